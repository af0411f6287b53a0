/** What a hit shows, of a chart document. */
export const HIT_FIELDS = [
  ...["id", "source", "repository", "namespace", "name", "version", "appVersion", "description", "keywords"],
  ...["updated", "deprecated", "prerelease", "type", "signed", "hasSchema", "layer", "fingerprint"],
];

/** What its place among the hits is decided by. */
export const RANK_FIELDS = [
  ...["terms", "nameJoined", "aliases", "about", "origin", "standing", "upstream", "releases", "updatedTs"],
];
