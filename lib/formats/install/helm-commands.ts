import type { InstallPlace, InstallSubject } from "./install-subject.ts";
import type { InstallBlock, InstallBy, InstallWay } from "./install-way.ts";
import { shellWord } from "./quoted-texts.ts";

/** The certificate of a private authority, wherever the reader has it. */
const CA_FILE = ["--ca-file", "ca.pem"];

/** The command that installs the release with Helm, in the parts a reader tells apart; quoted for a shell. */
export function installCommand(subject: InstallSubject, by: InstallBy = "version"): readonly string[] {
  return command(["helm", "install", subject.releaseName], subject, by);
}

/** What Helm's commands take. A folder's archive needs no registry. */
export function helmWay(subject: InstallSubject, by: InstallBy): InstallWay {
  const { place, file, releaseName } = subject;
  const line = (...verb: string[]) => command(["helm", ...verb], subject, by).join(" ");
  const blocks = [
    bash("Install", line("install", releaseName)),
    bash("Install or upgrade", line("upgrade", "--install", releaseName)),
    bash("Render on this machine", line("template", releaseName)),
    bash("Its values", line("show", "values")),
  ];
  if (file === null) blocks.splice(3, 0, bash("Fetch the archive", line("pull")));
  if (place?.signIn && file === null) blocks.unshift(bash("Sign in first", signIn(subject, place)));
  return { id: "helm", title: "Helm", notes: helmNotes(subject, by), blocks };
}

/** Chartroom's own index, where `helm search repo` works as well. */
export function chartroomWay(subject: InstallSubject): InstallWay[] {
  const { index, source, name, releaseName, version, place } = subject;
  if (index === null) return [];
  // The index names archives where they are: Helm still fetches them from there.
  const flags = place === null ? [] : connectionFlags(place).flat();
  const words = (...all: string[]) => all.map(shellWord).join(" ");
  const text = [
    words("helm", "repo", "add", source, index),
    words("helm", "search", "repo", `${source}/${name}`, "--versions"),
    words("helm", "install", releaseName, `${source}/${name}`, "--version", version, ...flags),
  ].join("\n");
  const notes = [
    "Chartroom serves an index of what it reads, so Helm can search what a registry cannot list.",
    ...(place?.signIn ? ["The archive comes from where it is: sign in there as above."] : []),
  ];
  const blocks = [bash("Add, search, install", text)];
  return [{ id: "chartroom", title: "Helm, through Chartroom", notes, blocks }];
}

function helmNotes(
  { file, place, isVersion, archiveDigest }: InstallSubject,
  by: InstallBy,
): readonly string[] {
  const notes: string[] = [];
  if (file !== null)
    notes.push("The archive lies in a folder on Chartroom's machine; its name is its digest.");
  else if (by === "digest" && place?.kind === "registry") {
    notes.push("The digest is the manifest's. Helm 3.17 and later take it in place of a version.");
  } else if (by === "digest" && archiveDigest !== null) {
    notes.push(
      `A chart repository is asked by version. Whether it gave the same is seen by the archive's digest: ${archiveDigest}`,
    );
  } else if (place?.kind === "registry" && !isVersion) {
    notes.push(
      "Helm takes no tag that is not a version. The digest is that of the manifest it points to now.",
    );
  }
  if (place?.privateCa && file === null) {
    notes.push("The server's certificate is of a private authority: ca.pem stands for its file.");
  }
  return notes;
}

function signIn({ source }: InstallSubject, place: InstallPlace): string {
  if (place.kind === "registry") {
    return ["helm", "registry", "login", place.host, ...connectionFlags(place).flat()]
      .map(shellWord)
      .join(" ");
  }
  const flags = ["--username", "YOU", "--password-stdin", ...(place.privateCa ? CA_FILE : [])];
  return ["helm", "repo", "add", source, place.url, ...flags].map(shellWord).join(" ");
}

/** What Helm is told of a server it would not talk to else. */
function connectionFlags(place: InstallPlace): readonly (readonly string[])[] {
  const plainHttp = place.kind === "registry" && place.plainHttp ? [["--plain-http"]] : [];
  return [...plainHttp, ...(place.privateCa ? [CA_FILE] : [])];
}

/** Each part is one thing with its flag, so that lines break between them. */
function command(verb: readonly string[], subject: InstallSubject, by: InstallBy): readonly string[] {
  return [verb, ...chartWords(subject, by)].map((words) => words.map(shellWord).join(" "));
}

function chartWords(subject: InstallSubject, by: InstallBy): readonly (readonly string[])[] {
  const { place, file, version, isVersion, digest, source } = subject;
  if (file !== null || place === null) return [[file ?? subject.name]];
  const connection = connectionFlags(place);
  if (place.kind === "repository") {
    // Where Helm has to know who asks it was added by name; `--` lest a chart called `-x` is taken for a flag.
    if (place.signIn) return [[`${source}/${place.chart}`], ["--version", version]];
    const name = place.chart.startsWith("-") ? ["--", place.chart] : [place.chart];
    const flags = [["--repo", place.url], ["--version", version], ...connection];
    return place.chart.startsWith("-") ? [...flags, name] : [name, ...flags];
  }
  const address = `oci://${place.whole}`;
  // Of a tag that is no version Helm says "improper constraint", however it is written.
  if (by === "digest" || !isVersion) return [[`${address}@${digest}`], ...connection];
  return [[address], ["--version", version], ...connection];
}

function bash(title: string, text: string): InstallBlock {
  return { title, language: "bash", text };
}
