import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const product = ["app", "components", "lib", "public", "proxy.ts", "instrumentation.ts", "next.config.js"];

const filesBelow = (path: string): string[] => {
  try {
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return [path];
    if (code === "ENOENT") return [];
    throw error;
  }
};

// Tests are not the product, and the test runner has words of its own for stand-ins.
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path);
const isText = (path: string) => /\.(tsx?|m?js|css|json|svg|html)$/.test(path);

test("the product does not know that a cloud could be anything but Azure", () => {
  const files = product.flatMap(filesBelow).filter((path) => isText(path) && !isTest(path));
  expect(files.length).toBeGreaterThan(50);
  const wordsOf = (path: string) => `${path}\n${readFileSync(join(root, path), "utf8")}`;
  const found = files.filter((path) => /emulator|mock|fake/i.test(wordsOf(path)));
  expect(found).toEqual([]);
});
