import { defineConfig } from "vitest/config";

/** Pure code, whose test files leave nothing behind that another could meet: they share a worker, which starts faster. */
const pure = "lib/{domain,table,lookup}/**/*.test.ts";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    testTimeout: 30_000,
    // Left to itself it keeps one of two cores free.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "pure", include: [pure], isolate: false } },
      {
        extends: true,
        test: {
          name: "others",
          include: ["{lib,components,app,emulator,cli,scripts}/**/*.test.{ts,tsx}", "e2e/http/**/*.test.ts"],
          exclude: [pure, "**/node_modules/**"],
        },
      },
    ],
  },
});
