import { test as base, expect, type Page } from "@playwright/test";
import { environmentFor, freePort, startApp, startEmulator, type Description } from "../scripts/serve.mjs";

/** What a world file may say; docs/world-files.md describes it. */
export type WorldFile = Readonly<{ extends: string } & Record<string, unknown>>;

type Stage = {
  url: string;
  emulator: string;
  description: Description;
  /** Replaces what exists. Each worker has a tenant of its own, so tests never meet. */
  show(world: WorldFile): Promise<void>;
};

type Fixtures = {
  /** What exists in this test; the demo world unless it says otherwise. */
  world: WorldFile;
  /** Signs a persona in by name, beginning at the path that they wanted to open. */
  signIn(name: string, to?: string): Promise<void>;
  /** Notes violations of the security policy and page errors, and fails the test for them at its end. */
  violations: string[];
};

export const test = base.extend<Fixtures, { stage: Stage }>({
  stage: [
    async ({}, use, { workerIndex }) => {
      const emulator = await startEmulator({ port: await freePort(4_500 + workerIndex * 10) });
      const port = await freePort(3_500 + workerIndex * 10);
      const app = await startApp({ port, env: environmentFor(emulator.description, port) });
      const origin = new URL(emulator.description.endpoints.resourceManager.reachedAt).origin;
      const { description } = emulator;
      await use({
        url: app.url,
        emulator: origin,
        description,
        show: async (world) => {
          const answer = await fetch(`${origin}/_emulator/worlds`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ ...world, tenantId: description.tenantId }),
          });
          if (!answer.ok) throw new Error(`The world was refused: ${await answer.text()}`);
        },
      });
      await Promise.all([app.stop(), emulator.stop()]);
    },
    { scope: "worker" },
  ],

  world: [{ extends: "s" }, { option: true }],

  baseURL: async ({ stage }, use) => use(stage.url),

  violations: [
    async ({ page }, use) => {
      const violations: string[] = [];
      await watch(page, violations);
      await use(violations);
      expect(violations, "violations of the security policy, and page errors").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ page, stage, world }, use) => {
    await stage.show(world);
    await use(async (name, to = "/") => {
      await page.goto(to);
      await page.getByRole("button", { name: "Continue to Entra ID" }).click();
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await page.waitForURL(`${stage.url}/**`);
      await expect(page.getByRole("main")).toBeVisible();
    });
  },
});

async function watch(page: Page, violations: string[]) {
  await page.exposeBinding("noteViolation", (_source, text: string) => void violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const note: unknown = Reflect.get(window, "noteViolation");
      if (typeof note === "function") note(`${violatedDirective}: ${blockedURI} (${sourceFile})`);
    });
  });
  page.on("pageerror", (error) => violations.push(`page error: ${error.message}`));
}

export { expect };
