import type { InstallSubject } from "./install-subject.ts";
import type { InstallBlock, InstallBy, InstallWay } from "./install-way.ts";
import { hclString } from "./quoted-texts.ts";

/** A `helm_release` of the provider hashicorp/helm 3, which knows charts by version alone. */
export function terraformWay(subject: InstallSubject, by: InstallBy): InstallWay | null {
  const { place } = subject;
  if (place === null || (place.kind === "repository" && !subject.isVersion)) return null;
  const way = { id: "terraform", title: "Terraform" } as const;
  if (place.kind === "registry" && place.plainHttp) {
    return { ...way, notes: ["The provider cannot be told that a registry speaks plain HTTP."], blocks: [] };
  }
  if (!subject.isVersion) {
    return { ...way, notes: ["The provider takes versions only, and this is a tag."], blocks: [] };
  }
  const byDigest =
    "The provider hashicorp/helm takes no digest (its issue 1596 is open), so this is by version.";
  const authority = "ca.pem stands for the certificate of the private authority.";
  const blocks: InstallBlock[] = [{ title: "Release", language: "hcl", text: resource(subject) }];
  if (place.signIn && place.kind === "registry") {
    blocks.unshift({ title: "Sign in, in the provider", language: "hcl", text: provider(place.host) });
  }
  const notes = [...(by === "digest" ? [byDigest] : []), ...(place.privateCa ? [authority] : [])];
  return { ...way, notes, blocks };
}

function resource({ place, releaseName, objectName, version }: InstallSubject): string {
  if (place === null) return "";
  const address = place.kind === "registry" ? `oci://${place.folder}` : place.url;
  const attributes: [string, string][] = [
    ["name", hclString(releaseName)],
    ["repository", hclString(address)],
    ["chart", hclString(place.chart)],
    ["version", hclString(version)],
  ];
  if (place.signIn && place.kind === "repository") {
    attributes.push(
      ["repository_username", "var.chart_username"],
      ["repository_password", "var.chart_password"],
    );
  }
  if (place.privateCa) attributes.push(["repository_ca_file", hclString("ca.pem")]);
  const width = Math.max(...attributes.map(([name]) => name.length));
  const lines = attributes.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return [`resource "helm_release" "${identifier(objectName)}" {`, ...lines, "}", ""].join("\n");
}

function provider(host: string): string {
  const lines = [
    `provider "helm" {`,
    "  registries = [{",
    `    url      = ${hclString(`oci://${host}`)}`,
    "    username = var.chart_username",
    "    password = var.chart_password",
    "  }]",
    "}",
    "",
  ];
  return lines.join("\n");
}

/** Identifiers begin with a letter. */
function identifier(name: string): string {
  const text = name.replaceAll("-", "_");
  return /^[a-z]/.test(text) ? text : `chart_${text}`;
}
