import { parseConfig } from "#lib/config/parse-config.ts";

/** The files the configuration may name. */
export const FILES: Readonly<Record<string, string>> = {
  "./ca.pem": "-----BEGIN CERTIFICATE-----\nMII…\n-----END CERTIFICATE-----\n",
  "./password": "s3cret\n",
};

/** What a configuration file with this text is read as. */
export function parse(text: string, env: Record<string, string> = {}) {
  return parseConfig({
    text,
    fileName: "chartroom.yaml",
    env,
    readText(path) {
      const content = FILES[path];
      if (content === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
      return content;
    },
  });
}

/** `place: message` of each problem, in their order. */
export function problemsOf(text: string, env: Record<string, string> = {}): string[] {
  const parsed = parse(text, env);
  return "problems" in parsed ? parsed.problems.map(({ place, message }) => `${place}: ${message}`) : [];
}

/** The remedy of the first problem. */
export function remedyOf(text: string): string | undefined {
  const parsed = parse(text);
  return "problems" in parsed ? parsed.problems[0]?.remedy : undefined;
}

/** One source with these lines below its name and registry, which stand in lines 2 and 3. */
export function sourceWith(...lines: string[]): string {
  return [
    "sources:",
    "  - name: acme",
    "    registry: https://registry.example.com",
    ...lines.map((line) => `    ${line}`),
  ].join("\n");
}
