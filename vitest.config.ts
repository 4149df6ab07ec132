import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{lib,components,app,emulator,cli,scripts}/**/*.test.{ts,tsx}", "e2e/http/**/*.test.ts"],
    testTimeout: 30_000,
    // Left to itself it keeps one of two cores free.
    maxWorkers: "100%",
  },
});
