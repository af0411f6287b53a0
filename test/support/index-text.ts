/** An `index.yaml` as data: charts by name, each with its versions and archives beside the index. */
export function indexOf(charts: Readonly<Record<string, readonly string[]>>): object {
  const entries = Object.fromEntries(
    Object.entries(charts).map(([name, versions]) => [
      name,
      versions.map((version) => ({ name, version, urls: [`${name}-${version}.tgz`] })),
    ]),
  );
  return { apiVersion: "v1", entries };
}
