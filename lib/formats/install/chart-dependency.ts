import type { InstallSubject } from "./install-subject.ts";
import type { InstallBlock, InstallBy, InstallWay } from "./install-way.ts";
import { shellWord } from "./quoted-texts.ts";
import { formatYaml } from "./yaml-manifest.ts";

/** The lines that bring a chart into another chart's Chart.yaml. */
export function dependencyEntry(subject: InstallSubject): string {
  const { name, version } = subject;
  const repository = repositoryOf(subject);
  return formatYaml({ dependencies: [{ name, version, repository: repository ?? undefined }] });
}

/** The entry, and what Helm is told then. */
export function dependencyWay(subject: InstallSubject, by: InstallBy): InstallWay {
  const { place, file, isVersion, name, version } = subject;
  const notes: string[] = [];
  const blocks: InstallBlock[] = [
    { title: "In Chart.yaml", language: "yaml", text: dependencyEntry(subject) },
  ];
  if (by === "digest")
    notes.push("Chart.yaml names versions only; Chart.lock does not keep a digest of the chart.");
  if (!isVersion) notes.push("Helm takes nothing but versions here, and this is a tag.");
  if (repositoryOf(subject) !== null) {
    const plainHttp = place?.kind === "registry" && place.plainHttp ? " --plain-http" : "";
    const ca = place?.privateCa ? " --ca-file ca.pem" : "";
    blocks.push({
      title: "Fetch it",
      language: "bash",
      text: `helm dependency update${plainHttp}${ca}`,
    });
  } else {
    const copy = shellWord(`charts/${name}-${version}.tgz`);
    notes.push("Helm looks for a dependency without a repository in the folder charts/.");
    if (file !== null) {
      blocks.push({ title: "Copy it there", language: "bash", text: `cp ${shellWord(file)} ${copy}` });
    } else {
      notes.push(
        "The chart has another name than its repository, where Helm would look for it: pull it there.",
      );
    }
  }
  return { id: "dependency", title: "Dependency of a chart", notes, blocks };
}

/** Where `helm dependency` finds it by its name; null if nowhere. */
function repositoryOf({ place, name }: InstallSubject): string | null {
  if (place?.kind === "repository") return place.url;
  return place !== null && place.chart === name ? `oci://${place.folder}` : null;
}
