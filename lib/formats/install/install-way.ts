/** How one tool gets a release: what to write or type, and what is to be known of it. */
export interface InstallWay {
  /** Its place on the page. */
  readonly id: "helm" | "flux" | "argo-cd" | "terraform" | "helmfile" | "dependency" | "chartroom";
  readonly title: string;
  readonly notes: readonly string[];
  /** None: the tool cannot do what is asked, as the notes say. */
  readonly blocks: readonly InstallBlock[];
}

/** A text to copy. */
export interface InstallBlock {
  readonly title: string;
  readonly language: "bash" | "yaml" | "hcl";
  readonly text: string;
}

/** How a release is named: by a version, which may be pushed anew, or by a digest, which may not. */
export type InstallBy = "version" | "digest";
