#!/usr/bin/env node
// Runs the TypeScript beside it as it is: a clone needs no build for the command line.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
const { run } = await import("./main.ts");
await run(process.argv.slice(2));
