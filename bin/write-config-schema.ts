import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { configJsonSchema } from "#lib/config/file-schema.ts";
import { ROOT } from "./build.ts";

// Writes the JSON Schema that editors use for chartroom.yaml: node bin/write-config-schema.ts

const file = path.join(ROOT, "public/chartroom.schema.json");
writeFileSync(file, JSON.stringify(configJsonSchema()));
execFileSync(path.join(ROOT, "node_modules/.bin/biome"), ["format", "--write", file], { stdio: "inherit" });
