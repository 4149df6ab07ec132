import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A measuring program that is too large to be a dependency, out of a folder into which somebody installed it. */
export function outside(install: string): { folder: string; load: <Module>(name: string) => Promise<Module> } {
  const folder = process.argv[2];
  if (!folder) {
    console.error(`Name the folder that this made: ${install}`);
    process.exit(1);
  }
  const { resolve } = createRequire(join(folder, "package.json"));
  return {
    folder,
    load: async <Module>(name: string) => (await import(pathToFileURL(resolve(name)).href)) as Module,
  };
}
