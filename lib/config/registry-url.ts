type ParsedUrl = { readonly url: URL } | { readonly message: string; readonly remedy: string };

/** A registry's origin, or what is wrong with the text. Whether `http:` is allowed is not decided here. */
export function parseRegistryUrl(text: string): ParsedUrl {
  const url = httpUrl(text);
  if (url === null) {
    return {
      message: "this is not the https:// address of a registry",
      remedy: "write scheme and host, such as https://registry.example.com (not oci://)",
    };
  }
  if (url.username !== "" || url.password !== "") return HOLDS_SECRETS;
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    return {
      message: "this address has a path, and a registry is a host",
      remedy: `write the host alone, and choose what is read with \`include: ["team/charts/**"]\``,
    };
  }
  return { url };
}

/** The folder of a chart repository, with a slash at its end, or what is wrong with the text. */
export function parseRepositoryUrl(text: string): ParsedUrl {
  const url = httpUrl(text);
  if (url === null) {
    return {
      message: "this is not the https:// address of a chart repository",
      remedy: "write what `helm repo add` takes, such as https://charts.example.com/stable",
    };
  }
  if (url.username !== "" || url.password !== "") return HOLDS_SECRETS;
  if (url.search !== "" || url.hash !== "" || url.pathname.endsWith("/index.yaml")) {
    return {
      message: "this is not the folder of an index.yaml",
      remedy: "write the address without /index.yaml and without ? or #",
    };
  }
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { url };
}

const HOLDS_SECRETS = {
  message: "this address holds a user name or password",
  remedy: "take them out of the address and write them under `credentials:`",
};

function httpUrl(text: string): URL | null {
  const url = URL.parse(text);
  return url !== null && url.hostname !== "" && ["https:", "http:"].includes(url.protocol) ? url : null;
}
