import type { RepositoryName } from "../oci/reference.ts";
import type { Brand } from "../support/brand.ts";
import type { Vendor } from "./vendor.ts";

/** A source's short name, as it stands in addresses: `[a-z0-9-]`, 1 to 40 characters. */
export type SourceId = Brand<string, "SourceId">;

/** What a registry is told of who asks. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Where Helm and Docker write what they sign in to a host with; read when it is needed. */
export interface LoginFiles {
  /** Absolute paths, of which the first that knows the host counts. */
  readonly files: readonly string[];
  readonly address: URL;
}

/** A program that knows the credentials of a host, as Docker calls it (`docker-credential-helpers`). */
export interface CredentialHelper {
  /** What follows `docker-credential-` in the program's name. */
  readonly helper: string;
  /** What it is asked for: a host, or Docker Hub's address. */
  readonly server: string;
}

/** An identity in a cloud, which is exchanged for a login to that cloud's registry. */
export type CloudLogin = AwsLogin | AzureLogin | { readonly cloud: "google" };

/** An identity in AWS; account and region are the registry's. */
export interface AwsLogin {
  readonly cloud: "aws";
  /** Null: the public registry, which is everyone's. */
  readonly account: string | null;
  readonly region: string;
}

/** An identity in Azure. */
export interface AzureLogin {
  readonly cloud: "azure";
  readonly identity: AzureIdentity;
  /** Origin of the Microsoft Entra ID of the registry's cloud. */
  readonly authority: string;
  /** What Entra ID calls the registries of that cloud. */
  readonly audience: string;
}

/** As what Microsoft Entra ID knows this process. */
export type AzureIdentity =
  /** What the machine is; `client` chooses among several. */
  | { readonly kind: "managed"; readonly client: string | null }
  | {
      readonly kind: "application";
      readonly tenant: string;
      readonly client: string;
      /** A secret, or a file that holds a token of another issuer, written anew from time to time. */
      readonly proof: { readonly secret: string } | { readonly tokenFile: string };
    };

/** Where a source's charts are. */
export type SourcePlace =
  | {
      readonly kind: "registry";
      /** Origin of the registry: scheme, host, port; no path. */
      readonly registry: URL;
    }
  | {
      readonly kind: "repository";
      /** The folder `index.yaml` lies in; ends with a slash. */
      readonly repository: URL;
    }
  | {
      readonly kind: "layout";
      /** Absolute path of an OCI image layout. */
      readonly layout: string;
      /** The path as the operator wrote it. */
      readonly writtenAs: string;
    };

/** One place to read, of any kind. */
export type SourceConfig = SourceOptions & SourcePlace;

/** A registry to read. */
export type RegistryConfig = Extract<SourceConfig, { readonly kind: "registry" }>;

interface SourceOptions {
  readonly id: SourceId;
  /** Whose product it is, which decides how it is listed; null: it is recognised. */
  readonly vendor: Vendor | null;
  /** Globs over repository names; empty means all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Fixed names, read instead of the catalog. */
  readonly repositories: readonly RepositoryName[] | null;
  readonly credentials: Credentials | LoginFiles | CloudLogin | null;
  /** Who sees it. `sign-in` is refused by the parser until viewers can sign in. */
  readonly access: "public";
  /** PEM of a private certificate authority. */
  readonly ca: string | null;
  /** Pause between two readings, ms. */
  readonly intervalMs: number;
  /** What the registry's notifications must carry; null: none are taken. */
  readonly eventSecret: string | null;
}

/** How programs may ask: the API, indexes for Helm, feeds and badges. */
export interface RequestRules {
  /** Of one client; null: as many as it likes. */
  readonly perMinute: number | null;
  /** Proxies in front of Chartroom, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** Whether scripts of other sites may read what everyone may see. */
  readonly crossOrigin: boolean;
}

/** All that can be configured, checked. */
export interface ChartroomConfig {
  readonly sources: readonly SourceConfig[];
  /** Absolute folder for what can be rebuilt: content store, embedded search engine. */
  readonly dataFolder: string;
  /** What the archives in it may take together; null: as much as there is. */
  readonly contentBytes: number | null;
  readonly host: string;
  readonly port: number;
  /** Base URL people use, without a trailing slash. */
  readonly publicUrl: string;
  /** Null: the product runs its own Meilisearch. */
  readonly meili: { readonly url: string; readonly key: string | null } | null;
  /** Who has it may ask for a reading; null: nobody may. */
  readonly adminToken: string | null;
  /** Pictures of other hosts in READMEs: fetched by us, or not shown. */
  readonly readmeImages: "proxy" | "none";
  readonly requests: RequestRules;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}
