import { defineConfig } from "vitest/config";

/** Test files that leave nothing behind that another could meet, no global either: they share a worker, which starts faster. */
const sharing = [
  "lib/{azure,collect,domain,export,inventory-file,lookup,store,table}/**/*.test.ts",
  "{emulator,cli,scripts}/**/*.test.ts",
  "e2e/http/**/*.test.ts",
];

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    testTimeout: 30_000,
    // Left to itself it keeps one of two cores free.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
      {
        extends: true,
        test: {
          name: "others",
          include: ["{lib,components,app}/**/*.test.{ts,tsx}"],
          exclude: [...sharing, "**/node_modules/**"],
        },
      },
    ],
  },
});
