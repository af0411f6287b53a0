import assert from "node:assert/strict";

/**
 * What a computation gives, which must take less than `maxMs` of this thread's processor time. The clock's would grow with
 * whatever else the machine does.
 */
export function withinProcessorTime<T>(maxMs: number, compute: () => T): T {
  const start = process.threadCpuUsage();
  const result = compute();
  const { user, system } = process.threadCpuUsage(start);
  const ms = (user + system) / 1000;
  assert.ok(ms < maxMs, `took ${Math.round(ms)} ms of processor time, and may take ${maxMs}`);
  return result;
}
