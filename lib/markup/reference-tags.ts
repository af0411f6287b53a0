import type { Attributes, Tag } from "sanitize-html";
import { TEXT_ID_PREFIX } from "../support/heading-slugs.ts";
import { keptAttributes } from "./element-rules.ts";
import { parseLinkTarget } from "./link-target.ts";

const EXTERNAL_REL = "noopener noreferrer nofollow ugc";

/** Where the relative addresses of a text lead; null when what they name is not at hand. */
export interface LinkResolver {
  link(path: string): string | null;
  image(path: string): string | null;
  /** Where a picture of another host is to be had from here; without it, or null, it becomes a mark. */
  remoteImage?(address: URL): string | null;
}

/** The id in the page of what the text calls `name`; in any letter case, as on GitHub. */
export function anchorId(name: string): string {
  return TEXT_ID_PREFIX + name.trim().toLowerCase().replace(/\s+/g, "-");
}

/** An `<a>` that leads somewhere allowed, a mark in place of one that leads nowhere here, or null to drop the link. */
export function linkTag(attributes: Attributes, resolver: LinkResolver): Tag | null {
  const kept = keptAttributes(attributes);
  if (attributes.href === undefined) return { tagName: "a", attribs: kept };
  const target = parseLinkTarget(attributes.href);
  switch (target.kind) {
    case "refused":
      return null;
    case "anchor":
      return { tagName: "a", attribs: { ...kept, href: `#${anchorId(decodeFragment(target.fragment))}` } };
    case "external":
      return { tagName: "a", attribs: { ...kept, href: target.href, rel: EXTERNAL_REL } };
    case "relative": {
      const href = resolver.link(target.path);
      if (href !== null) return { tagName: "a", attribs: { ...kept, href } };
      return {
        tagName: "span",
        attribs: { class: "md-missing", title: `${target.path} is not in this chart` },
      };
    }
  }
}

/**
 * An `<img>` of the archive or by way of us, or a mark with the picture's words: a page makes no request to another host,
 * which would tell it who reads what.
 */
export function imageTag(attributes: Attributes, inLink: boolean, resolver: LinkResolver): Tag {
  const target = parseLinkTarget(attributes.src ?? "");
  const words = attributes.alt?.trim() ?? "";
  switch (target.kind) {
    case "external": {
      const text = words === "" ? target.host : words;
      const src = resolver.remoteImage?.(new URL(target.href)) ?? null;
      if (src !== null) return shownImage(attributes, src, text);
      const title = `Picture on ${target.host}, not loaded`;
      const attribs = { class: "md-image", title };
      // A link cannot hold another.
      if (inLink) return { tagName: "span", attribs, text };
      return { tagName: "a", attribs: { ...attribs, href: target.href, rel: EXTERNAL_REL }, text };
    }
    case "relative": {
      const src = resolver.image(target.path);
      const name = fileName(target.path);
      if (src !== null) return shownImage(attributes, src, words === "" ? name : words);
      const title = `${target.path} is not in this chart`;
      return { tagName: "span", attribs: { class: "md-image", title }, text: words === "" ? name : words };
    }
    case "anchor":
    case "refused":
      return {
        tagName: "span",
        attribs: { class: "md-image", title: "Picture within the text, not shown" },
        text: words === "" ? "picture" : words,
      };
  }
}

/** Loaded when it is scrolled to; with the size it was given, so that the text around it stays where it is. */
function shownImage(attributes: Attributes, src: string, alt: string): Tag {
  const { width, height, align, title } = keptAttributes(attributes);
  const kept = Object.entries({ width, height, align, title }).filter(([, value]) => value !== undefined);
  return { tagName: "img", attribs: { ...Object.fromEntries(kept), src, alt, loading: "lazy" } };
}

function fileName(path: string): string {
  return (
    path
      .replace(/[?#].*$/s, "")
      .split("/")
      .findLast((part) => part !== "") ?? path
  );
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
