import type { PlacedText } from "./chart-texts.ts";

const WORKLOAD = /^kind: *["']?(?:Deployment|StatefulSet|DaemonSet)\b/m;
const WORKLOAD_NAME = /(?:deployment|statefulset|daemonset)[^/]*$/;

/** The file that tells most of a chart at once: a workload, else what makes an object, else whatever there is. */
export function firstTemplate(texts: readonly PlacedText[]): string | null {
  const own = texts.filter(({ path }) => path.startsWith("templates/"));
  const objects = own.filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));
  const first =
    objects.find(({ path, text }) => WORKLOAD_NAME.test(path) && WORKLOAD.test(text)) ??
    objects.find(({ text }) => WORKLOAD.test(text)) ??
    objects.find(({ path }) => WORKLOAD_NAME.test(path)) ??
    objects[0] ??
    own[0] ??
    texts.find(({ path }) => path === "Chart.yaml") ??
    texts[0];
  return first?.path ?? null;
}
