import { defineConfig } from "@playwright/test";
import everyTest from "../../playwright.config";

/** Draws docs/screens; `npm test` leaves it out. */
export default defineConfig({
  ...everyTest,
  testDir: ".",
  testMatch: "draw.ts",
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  use: { ...everyTest.use, actionTimeout: 10_000 },
  reporter: "line",
  outputDir: "../../.cache/screens",
  globalTeardown: "./write-page.ts",
});
