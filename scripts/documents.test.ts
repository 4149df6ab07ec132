import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const documents = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path && existsSync(join(root, path)));

/** Links to files of ours, relative to the document; and paths in backquotes that begin with one of our folders. */
function namedIn(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => join(dirname(path), link ?? ""));
  const paths = [...text.matchAll(/`((?:app|components|lib|emulator|e2e|scripts|bench|docs)\/[\w./()[\]-]*)`/g)];
  return [...links, ...paths.map(([, named]) => named ?? "")];
}

test("there are documents to check", () => expect(documents).toContain("README.md"));

test.each(documents)("%s names no file that is gone", (path) => {
  expect(namedIn(path).filter((named) => !existsSync(join(root, named)))).toEqual([]);
});
