import { RegistryError } from "../oci/errors.ts";
import type { ChartReader } from "./chart-reader.ts";

/**
 * Reads through `charts`, for somebody who waits: after `deadlineMs` an archive that is not there yet is a `timeout`. The
 * reading goes on, and what comes of it is stored for the next who asks.
 */
export function createPromptReader(charts: ChartReader, deadlineMs: number): ChartReader {
  async function promptly<T>(reading: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(tooSlow(deadlineMs)), deadlineMs);
    try {
      return await Promise.race([reading, late]);
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    read: (...request) => promptly(charts.read(...request)),
    file: (...request) => promptly(charts.file(...request)),
    archive: (...request) => promptly(charts.archive(...request)),
  };
}

function tooSlow(ms: number): RegistryError {
  const seconds = Math.round(ms / 1000);
  return new RegistryError(
    "timeout",
    `The source has not given the archive within ${seconds} s; it is still being read.`,
  );
}
