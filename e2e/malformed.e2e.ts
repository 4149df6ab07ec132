import type { Page } from "@playwright/test";
import { expect, test, type WorldFile } from "./fixtures";
import { account, chip, counted, readAgain, readToTheEnd } from "./reading";

const link = "https://management.fresnel.localhost/subscriptions?api-version=2022-12-01&again=1";
const deep = `${'{"value":'.repeat(5_000)}1${"}".repeat(5_000)}`;
const row =
  '{"id":"/subscriptions/x","subscriptionId":5,"displayName":{"a":1},"properties":null,"__proto__":{"polluted":1}}';

const bodies: [what: string, text: string][] = [
  ["nothing at all", ""],
  ["a list where an object belongs", "[]"],
  ["an empty object", "{}"],
  ["null", "null"],
  ["null for rows", '{"value":null,"data":null,"count":null,"totalRecords":null}'],
  [
    "numbers where text belongs",
    '{"value":[{"id":1,"tenantId":2}],"data":{"rows":[[1,2]],"columns":[]},"totalRecords":-1}',
  ],
  ["five thousand objects within each other", deep],
  ["a megabyte of rubbish", "x".repeat(1_000_000)],
  [
    "a link to another host",
    '{"value":[],"nextLink":"https://evil.example/next","@odata.nextLink":"https://evil.example/next"}',
  ],
  ["a link that leads in circles", `{"value":[],"nextLink":"${link}"}`],
  [
    "more pages without end",
    '{"data":[],"count":0,"totalRecords":1000000,"resultTruncated":"true","$skipToken":"again"}',
  ],
  [
    "rows of the wrong kinds",
    `{"value":[${row},null,7,"x",[]],"data":[${row},null,7,"x",[]],"count":"5","totalRecords":"many"}`,
  ],
];
const services = ["arm", "resourceGraph", "graph"] as const;

/** By the page's own clock, which goes on while one waits for the end of a reading. */
const timeOf = (page: Page): Promise<number> => page.evaluate(() => Date.now());

const answering = (text: string, only = services as readonly (typeof services)[number][]): WorldFile => ({
  extends: "s",
  inheritFaults: false,
  faults: only.map((service) => ({ service, effect: { kind: "body", text } })),
});

test.use({ world: { extends: "s", inheritFaults: false } });

test("answers that make no sense break no page and take away nothing that was read", async ({
  page,
  signIn,
  stage,
  watched,
}) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await signIn("Ruth Adeyemi", "/delegations");
  await readToTheEnd(page);
  const whole = await counted(page);
  for (const [what, text] of bodies)
    await test.step(what, async () => {
      const before = watched.requests.length;
      const since = await timeOf(page);
      await stage.show(answering(text));
      await readAgain(page);
      await readToTheEnd(page);
      const isHonest = page.getByRole("heading", { name: "Nothing could be read" });
      if (await isHonest.isVisible()) expect(what).toBe("rows of the wrong kinds");
      else expect(await counted(page), "rows that were there stay").toBe(whole);
      await expect(chip(page)).toHaveAccessibleName(/problem/);
      const minutes = ((await timeOf(page)) - since) / 60_000;
      expect((watched.requests.length - before) / minutes, "requests in a minute").toBeLessThan(100);
    });
  await stage.show({ extends: "s", inheritFaults: false });
  await readAgain(page);
  await readToTheEnd(page);
  await expect(chip(page)).toHaveAccessibleName(/31 of 31 subscriptions$/);
});

for (const service of services)
  test.describe(`when ${service} alone answers nonsense from the start`, () => {
    test.use({ world: answering('{"value":[null,{"id":4}],"data":[null,{"id":4}],"totalRecords":2}', [service]) });
    test("the page says what it could not read, and shows the rest", async ({ page, signIn }) => {
      await page.clock.install();
      await signIn("Ruth Adeyemi", "/delegations");
      await readToTheEnd(page);
      await expect(await account(page)).toContainText(/Could not be read, wholly or in part/);
      await page.keyboard.press("Escape");
      if (service === "resourceGraph")
        await expect(page.getByRole("heading", { name: "No customers yet" })).toHaveCount(0);
      else expect(await counted(page)).toBe(44);
    });
  });
