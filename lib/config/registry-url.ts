/** A registry's origin, or what is wrong with the text. Whether `http:` is allowed is not decided here. */
export function parseRegistryUrl(
  text: string,
): { readonly url: URL } | { readonly message: string; readonly remedy: string } {
  const url = URL.parse(text);
  if (url === null || url.hostname === "" || !["https:", "http:"].includes(url.protocol)) {
    return {
      message: "this is not the https:// address of a registry",
      remedy: "write scheme and host, such as https://registry.example.com (not oci://)",
    };
  }
  if (url.username !== "" || url.password !== "") {
    return {
      message: "this address holds a user name or password",
      remedy: "take them out of the address and write them under `credentials:`",
    };
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    return {
      message: "this address has a path, and a registry is a host",
      remedy: `write the host alone, and choose what is read with \`include: ["team/charts/**"]\``,
    };
  }
  return { url };
}
