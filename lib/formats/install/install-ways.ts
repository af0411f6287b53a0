import { argoCdWay } from "./argo-cd-application.ts";
import { dependencyWay } from "./chart-dependency.ts";
import { fluxWay } from "./flux-manifests.ts";
import { chartroomWay, helmWay } from "./helm-commands.ts";
import { helmfileWay } from "./helmfile-release.ts";
import type { InstallSubject } from "./install-subject.ts";
import type { InstallBy, InstallWay } from "./install-way.ts";
import { terraformWay } from "./terraform-release.ts";

/** Every way to a release; a library is not installed, it becomes part of another chart. */
export function installWays(
  subject: InstallSubject,
  by: InstallBy,
  isLibrary: boolean,
): readonly InstallWay[] {
  if (isLibrary) return [dependencyWay(subject, by)];
  const tools = [
    fluxWay(subject, by),
    argoCdWay(subject, by),
    terraformWay(subject, by),
    helmfileWay(subject, by),
  ]
    .filter((way) => way !== null)
    .map((way) => (subject.throughChartroom ? fromChartroom(way, subject) : way));
  return [helmWay(subject, by), ...tools, dependencyWay(subject, by), ...chartroomWay(subject)];
}

/** A folder is nowhere but on Chartroom's machine, so Chartroom gives its charts. */
function fromChartroom(way: InstallWay, { index }: InstallSubject): InstallWay {
  return { ...way, notes: [`Chartroom serves this chart: ${index} has to be reachable.`, ...way.notes] };
}
