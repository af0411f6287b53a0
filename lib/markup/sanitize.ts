import sanitizeHtml, { type Attributes, type Tag } from "sanitize-html";
import { ATTRIBUTE_NAMES, ELEMENTS, keptAttributes, mayStandIn, VOID_ELEMENTS } from "./element-rules.ts";
import { showBidiControls } from "./escape-html.ts";
import { createOutline } from "./heading-outline.ts";
import { anchorId, imageTag, type LinkResolver, linkTag } from "./reference-tags.ts";
import type { SafeHtml } from "./safe-html.ts";

/** Deeper elements lose their tags. */
const MAX_DEPTH = 80;
const MAX_ID_LENGTH = 200;
/**
 * What an element becomes whose tags go and whose words stay. It is taken out of the finished text, because
 * sanitize-html closes a wrong element when a transformation answers with a name that is not allowed.
 */
const DROPPED: Tag = { tagName: "x-dropped", attribs: {} };
const DROPPED_TAG = /<\/?x-dropped>/g;

/** A place in the text, as far as it decides what may stand there. */
interface Place {
  /** The innermost element around it that is kept. */
  readonly container: string | null;
  readonly depth: number;
  readonly inLink: boolean;
}
const TOP: Place = { container: null, depth: 0, inLink: false };

/**
 * HTML of unknown origin as HTML that can do nothing but be read: allowed elements and attributes only, well nested,
 * no request to another host, no id of the page's own.
 */
export function sanitizeMarkup(html: string, resolver: LinkResolver): SafeHtml {
  const places = [TOP];
  const ids = new Set<string>();
  const headingLevel = createOutline();

  const transform = (name: string, attributes: Attributes): Tag => {
    const place = places.at(-1) ?? TOP;
    const fits = mayStandIn(place.container, name) && place.depth < MAX_DEPTH;
    const tag = fits ? retag(name, attributes, place) : null;
    if (tag === null) return DROPPED;
    const inLink = place.inLink || tag.tagName === "a";
    places[places.length - 1] = { container: tag.tagName, depth: place.depth + 1, inLink };
    const id = claimId(attributes.id ?? (name === "a" ? attributes.name : undefined));
    return id === null ? tag : { ...tag, attribs: { ...tag.attribs, id } };
  };

  const retag = (name: string, attributes: Attributes, place: Place): Tag | null => {
    if (name === "img") return imageTag(attributes, place.inLink, resolver);
    if (name === "a") return place.inLink ? null : linkTag(attributes, resolver);
    const attribs = keptAttributes(attributes);
    if (name === "center") return { tagName: "div", attribs: { ...attribs, align: "center" } };
    const heading = /^h([1-6])$/.exec(name)?.[1];
    return { tagName: heading === undefined ? name : `h${headingLevel(Number(heading))}`, attribs };
  };

  const claimId = (name: string | undefined): string | null => {
    if (name === undefined || name.trim() === "" || name.length > MAX_ID_LENGTH) return null;
    const id = anchorId(name);
    if (ids.has(id)) return null;
    ids.add(id);
    return id;
  };

  const clean = sanitizeHtml(html, {
    allowedTags: [...ELEMENTS, DROPPED.tagName],
    allowedAttributes: { "*": ATTRIBUTE_NAMES },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    selfClosing: VOID_ELEMENTS,
    nonTextTags: ["script", "style"],
    transformTags: {
      ...Object.fromEntries(ELEMENTS.map((element) => [element, transform])),
      [DROPPED.tagName]: () => DROPPED,
    },
    onOpenTag: () => places.push(places.at(-1) ?? TOP),
    onCloseTag: () => places.pop(),
  });
  return showBidiControls(clean.replace(DROPPED_TAG, "")) as SafeHtml;
}
