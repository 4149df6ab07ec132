import { test as base, expect } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WorldFile } from "../emulator/worlds/worlds";
import { environmentFor, freePort, startApp, startEmulator, type Description } from "../scripts/serve.mjs";
import { isLikeDemo, openSignedIn, signedInTab, signInByHand, type SignedInTab } from "./signing-in";
import { watch, type Watched } from "./watch";

export type { WorldFile };

/** The moments between which a world was made: what it dates from "now" dates from one of them. */
export type Made = Readonly<{ after: number; before: number }>;

type Stage = Readonly<{
  /** The product's address and the cloud's; they are two origins, as in Azure. */
  url: string;
  cloud: string;
  description: Description;
  /** Of people who signed in by hand. Their tokens live for an hour, and count in every world of the same tenant. */
  tabs: Map<string, SignedInTab>;
  /** Replaces what exists, and signs everybody out. Each worker has a cloud of its own, so tests never meet. */
  show(world: WorldFile): Promise<Made>;
  /** Ends all sign-ins of a person, as an administrator does. */
  revoke(name: string): Promise<void>;
}>;

type Fixtures = {
  /** What exists in this test; the demo world unless it says otherwise. */
  world: WorldFile;
  made: Made;
  /** Whether sign-in itself is what a test is about; else a tab may begin where an earlier one was signed in. */
  isSignedInByHand: boolean;
  /** Signs a persona in by name, beginning at the path that they wanted to open: their customers, unless it is given. */
  signIn(name: string, to?: string): Promise<void>;
  /** What the browser did in this test. It fails the test at its end for anything unsafe. */
  watched: Watched;
};

type WorkerFixtures = {
  /** By which the server judges, as the file that it reads states it; its own unless the test file says otherwise. */
  policy: object | undefined;
  stage: Stage;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  policy: [undefined, { scope: "worker", option: true }],
  stage: [
    async ({ policy }, use, { workerIndex, project }) => {
      const emulator = await startEmulator({ port: await freePort(4_500 + workerIndex * 10) });
      const { description } = emulator;
      const port = await freePort(3_500 + workerIndex * 10);
      const env: Record<string, string> = environmentFor(description, port);
      if (policy) {
        env["FRESNEL_POLICY"] = join(project.outputDir, `policy-${workerIndex}.json`);
        writeFileSync(env["FRESNEL_POLICY"], JSON.stringify(policy));
      }
      const app = await startApp({ port, env });
      const cloud = new URL(description.endpoints.resourceManager.reachedAt).origin;
      const post = async (path: string, body: unknown) => {
        const answer = await fetch(`${cloud}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
      };
      await use({
        url: app.url,
        cloud,
        description,
        tabs: new Map(),
        async show(world) {
          const after = Date.now();
          await post("worlds", { ...world, tenantId: description.tenantId });
          return { after, before: Date.now() };
        },
        async revoke(name) {
          const objectId = description.personas.find((persona) => persona.name === name)?.objectId;
          await post(`worlds/${description.tenantId}/revoke`, { objectId });
        },
      });
      await Promise.all([app.stop(), emulator.stop()]);
    },
    { scope: "worker" },
  ],

  world: [{ extends: "s" }, { option: true }],
  isSignedInByHand: [false, { option: true }],
  made: async ({ stage, world }, use) => use(await stage.show(world)),

  baseURL: async ({ stage }, use) => use(stage.url),

  watched: [
    async ({ context, stage }, use) => {
      const watched = await watch(context, stage);
      await use(watched);
      expect(watched.offences, "what no page may do").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ page, stage: { url, tabs }, world, made: _made, isSignedInByHand }, use) => {
    const isShared = !isSignedInByHand && isLikeDemo(world);
    let newcomer: string | undefined;
    await use(async (name, to = "/customers") => {
      const tab = isShared ? tabs.get(name) : undefined;
      if (tab) return openSignedIn(page, url, tab, to);
      newcomer = name;
      await signInByHand(page, url, name, to);
    });
    if (!isShared || newcomer === undefined) return;
    const tab = await signedInTab(page);
    if (tab) tabs.set(newcomer, tab);
  },
});

export { expect };
