import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Vendor } from "#lib/config/vendor.ts";
import type { RepositoryLister } from "#lib/oci/registry-client.ts";
import { createVendorLister, type VendorListerOptions } from "#lib/source/vendors/vendor-lister.ts";
import {
  type Answer,
  deliver,
  type Fault,
  jsonAnswer,
  type LoggedRequest,
  readRequest,
} from "../fake-registry-faults.ts";

/** A vendor's API in this process that does wrong what it is told to. */
export interface FakeApi {
  readonly url: URL;
  /** Every request so far, oldest first. */
  readonly requests: LoggedRequest[];
  /** Answers requests whose `GET /path?query` matches with a fault, so many times; of several rules the first counts. */
  fail(pattern: RegExp, fault: Fault, times?: number): void;
  stop(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startFakeApi(answerTo: (request: LoggedRequest, url: URL) => Answer): Promise<FakeApi> {
  const requests: LoggedRequest[] = [];
  const rules: { readonly pattern: RegExp; readonly fault: Fault; times: number }[] = [];
  let origin = "";
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    const rule = rules.find(
      ({ pattern, times }) => times > 0 && pattern.test(`${request.method} ${request.path}`),
    );
    if (rule !== undefined) rule.times -= 1;
    const right = answerTo(request, new URL(request.path, origin));
    deliver(rule?.fault(right, request) ?? right, request.method, response).catch((error) =>
      response.destroy(error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: new URL(origin),
    requests,
    fail: (pattern, fault, times = Number.POSITIVE_INFINITY) => {
      rules.push({ pattern, fault, times });
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What an API says of what it does not have. */
export function refusal(status: number, message = "as the vendor says it"): Answer {
  return jsonAnswer(status, { errors: [{ code: "REFUSED", message }] });
}

/** A part of a list by number, as `page` and a size ask for. */
export function pageOf<T>(all: readonly T[], page: number, size: number): readonly T[] {
  return all.slice((page - 1) * size, page * size);
}

/** Names with numbers: `series("team/chart", 3)` is `team/chart-001` to `team/chart-003`. */
export function series(prefix: string, length: number): string[] {
  return Array.from({ length }, (_, index) => `${prefix}-${String(index + 1).padStart(3, "0")}`);
}

/** The value of a Basic `Authorization`. */
export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

/** A catalog that must not be asked. */
export const NO_CATALOG: RepositoryLister = {
  // biome-ignore lint/correctness/useYield: it has nothing to give
  async *repositories() {
    throw new Error("the catalog was asked");
  },
};

/** A lister in a hurry over a fake. */
export function hurriedLister(
  vendor: Vendor | null,
  options: Pick<VendorListerOptions, "registry"> & Partial<VendorListerOptions>,
): RepositoryLister {
  return createVendorLister(vendor, {
    credentials: null,
    ca: null,
    include: [],
    client: NO_CATALOG,
    retry: { attempts: 2, baseMs: 1, maxWaitMs: 1_500 },
    ...options,
  });
}
