import type { Locator, Page } from "@playwright/test";
import { Browser } from "../emulator/testing/browser";
import type { World } from "../emulator/world";
import { createWorld } from "../emulator/worlds/worlds";
import type { Description } from "../scripts/serve.mjs";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { expect, test, type WorldFile } from "./fixtures";
import { asked, dialog, ourRequest, path, row, subscriptionNamed, taken } from "./my-access";
import { readAgain } from "./reading";
import { rowsOf, tableOf, wholeTable } from "./table";

const puts = { contains: "roleAssignmentScheduleRequests", method: "PUT" } as const;

/** Asks for the one role that Ines may activate by herself, and hands back where its justification stands. */
async function askForSandbox(page: Page): Promise<Locator> {
  await wholeTable(page);
  await row(page, "sub-fabrikam-sandbox", "Eligible")
    .getByRole("button", { name: /^Activate/ })
    .click();
  const justification = dialog(page).getByRole("textbox", { name: "Justification" });
  await justification.fill("Disk full");
  await dialog(page).getByRole("button", { name: "Activate for 1 h" }).click();
  return justification;
}

/** What Azure lets Ines do in a subscription now, by its own word. */
async function actionsOfInes(cloud: Description, subscription: string): Promise<string[]> {
  const ines = cloud.personas.find(({ name }) => name === "Ines Marlow")?.objectId ?? "";
  const { access_token: token } = await new Browser(cloud).signIn(ines);
  const { reachedAt } = cloud.endpoints.resourceManager;
  const answer = await fetch(
    `${reachedAt}/subscriptions/${subscription}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { value } = (await answer.json()) as { value: { actions: string[] }[] };
  return value.flatMap(({ actions }) => actions);
}

const expired = (page: Page) => page.getByRole("alert").filter({ hasText: "Sign-in expired" });

async function signInFrom(page: Page, place: Locator) {
  const [window] = await Promise.all([
    page.waitForEvent("popup"),
    place.getByRole("button", { name: "Sign in again" }).click(),
  ]);
  const closed = window.waitForEvent("close");
  await window.getByRole("button", { name: /Ines Marlow/ }).click();
  await closed;
}

test.describe("activating", () => {
  test.use({ world: { extends: "s", name: "one that is changed" } });

  test("by keyboard gives the role at once, counts down, and takes it back no sooner than in five minutes", async ({
    page,
    signIn,
    stage,
    watched,
  }) => {
    watched.expectWrite(asked);
    await page.clock.install();
    await signIn("Ines Marlow", path);
    await wholeTable(page);
    const writes = () => watched.requests.filter((request) => ourRequest.test(new URL(request.url()).pathname));

    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const justification = dialog(page).getByRole("textbox", { name: "Justification" });
    await expect(justification).toBeFocused();
    await expect(dialog(page).getByRole("radio")).toHaveText(["30 min", "1 h", "2 h", "4 h", "8 h"]);
    await page.keyboard.press("Control+Enter");
    await expect(dialog(page).getByRole("alert")).toHaveText(/A justification is required/);
    await page.keyboard.type("Disk full, INC-4711");
    await dialog(page).getByRole("radio", { checked: true }).press("ArrowRight");
    await expect(dialog(page)).toContainText("Contributor on sub-fabrikam-sandbox for 2 h, until about");
    expect(writes()).toEqual([]);
    await page.keyboard.press("Control+Enter");

    await expect(dialog(page).getByRole("heading", { name: "Contributor is active" })).toBeVisible();
    await expect(dialog(page)).toContainText(/(1:59:\d\d|2:00:00) left/);
    await expect(dialog(page)).toContainText("A role stays active for at least five minutes");
    await expect(dialog(page).getByRole("button", { name: "Deactivate now" })).toBeDisabled();
    expect(writes()).toHaveLength(1);
    // The page's clock alone runs ahead: by Azure's it is still too soon.
    await page.clock.fastForward("05:01");
    await expect(dialog(page)).toContainText(/1:5[45]:\d\d left/);
    await dialog(page).getByRole("button", { name: "Deactivate now" }).click();
    await expect(dialog(page).getByRole("alert")).toContainText("ActiveDurationTooShort");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(rowsOf(tableOf(page)).first()).toContainText(/sub-fabrikam-sandbox.*Active until \d\d:\d\d/s);

    const sandbox = subscriptionNamed(createWorld({ extends: "s" }, { now: new Date() }), "sub-fabrikam-sandbox");
    expect(await actionsOfInes(stage.description, sandbox)).toContain("*");
  });
});

test.describe("giving back", () => {
  // Five minutes in Azure; here no longer than the test takes to let them pass by the page's clock.
  test.use({ world: { extends: "s", name: "a patient one", settings: { shortestActivationSeconds: 0 } } });

  test("ends the role at once, which until then shows where she looks at the customer", async ({
    page,
    signIn,
    stage,
    watched,
  }) => {
    watched.expectWrite(asked);
    await page.clock.install();
    await signIn("Ines Marlow", path);
    await wholeTable(page);
    const line = row(page, "sub-fabrikam-sandbox", "Eligible");
    await line.getByRole("button", { name: /^Activate/ }).click();
    await dialog(page).getByRole("textbox", { name: "Justification" }).fill("Disk full, INC-4711");
    await page.keyboard.press("Control+Enter");
    await expect(dialog(page).getByRole("button", { name: "Deactivate now" })).toBeDisabled();

    const { subscriptions } = createWorld({ extends: "s" }, { now: new Date() });
    const sandbox = subscriptionNamed({ subscriptions } as World, "sub-fabrikam-sandbox");
    await page.goto(`/customers/${subscriptions.get(sandbox.toLowerCase())?.tenantId}/access?q=Ines+Marlow`);
    await wholeTable(page);
    await expect(page.getByRole("columnheader", { name: "Active until" })).toHaveCount(0);
    await page.getByRole("button", { name: "What I have active" }).click();
    await expect(page.getByRole("columnheader", { name: "Active until" })).toBeVisible();
    await expect(rowsOf(tableOf(page)).filter({ hasText: "Contributor" })).toContainText(/\d\d:\d\d/);

    await page.goto(path);
    await wholeTable(page);
    await page.clock.fastForward("05:01");
    await page.getByRole("button", { name: "Deactivate: Contributor on sub-fabrikam-sandbox" }).click();
    await dialog(page).getByRole("button", { name: "Deactivate now" }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(line.getByRole("button", { name: /^Activate/ })).toBeVisible();

    const actions = await actionsOfInes(stage.description, sandbox);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions).not.toContain("*");
  });
});

test.describe("on a phone", () => {
  test.use({ world: { extends: "s", name: "another that is changed" }, viewport: { width: 390, height: 844 } });

  test("a role that others approve is requested in four taps, waits, and is taken back", async ({
    page,
    signIn,
    watched,
  }) => {
    watched.expectWrite(asked);
    watched.expectWrite(taken);
    await signIn("Ines Marlow", "/access/mine?q=contoso-prod&grant=Eligible");
    await wholeTable(page);
    await expectNoSideScroll(page, "my access");
    const line = rowsOf(tableOf(page));
    await expect(line).toHaveCount(1);
    await line.click();
    await dialog(page).getByRole("textbox", { name: "Justification" }).fill("Deployment stuck");
    await expect(dialog(page)).toContainText("Contributor on sub-contoso-prod for 1 h; sg-lh-leads decides first.");
    await expect(dialog(page).getByRole("radio")).toHaveText(["30 min", "1 h", "2 h", "4 h"]);
    await expectNoSideScroll(page, "the dialog");
    const main = dialog(page).getByRole("button", { name: "Request for 1 h" });
    const [wide, high] = [(await main.boundingBox())?.width ?? 0, (await main.boundingBox())?.height ?? 0];
    expect(wide).toBeGreaterThan(300);
    expect(high).toBeGreaterThanOrEqual(44);
    await main.click();

    await expect(dialog(page)).toContainText("Waiting for approval by sg-lh-leads");
    await expectAccessible(page, "a request that waits");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expect(line).toContainText("Waiting for approval");
    await line.click();
    await dialog(page).getByRole("button", { name: "Cancel request" }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(line).toContainText(/Eligible.*Needs approver/s);
  });
});

test.describe("without a second factor", () => {
  test.use({ world: { extends: "s", settings: { secondFactor: false } } });

  test("the policy's refusal is told in words, and what was typed stays", async ({ page, signIn, watched }) => {
    watched.expectWrite(asked);
    await signIn("Ines Marlow", path);
    await wholeTable(page);
    await row(page, "sub-fabrikam-sandbox", "Eligible")
      .getByRole("button", { name: /^Activate/ })
      .click();
    const justification = dialog(page).getByRole("textbox", { name: "Justification" });
    await justification.fill("Disk full");
    await dialog(page).getByRole("textbox", { name: "Ticket number" }).fill("INC-4711");
    await expectAccessible(page, "the form");
    await dialog(page).getByRole("button", { name: "Activate for 1 h" }).click();
    await expect(dialog(page).getByRole("alert")).toContainText("The policy asks for a stronger sign-in.");
    await expect(dialog(page).getByRole("alert")).toContainText("RoleAssignmentRequestPolicyValidationFailed");
    await expect(justification).toHaveValue("Disk full");
    await expect(dialog(page).getByRole("textbox", { name: "Ticket number" })).toHaveValue("INC-4711");
    await expect(dialog(page).getByRole("button", { name: "Activate for 1 h" })).toBeEnabled();
    await page.keyboard.press("Escape");
    await expect(row(page, "sub-fabrikam-sandbox", "Eligible")).toBeVisible();
    await expectAccessible(page, "my access");
  });
});

test.describe("a policy with several rules", () => {
  const message = 'The following policy rules failed: ["ExpirationRule","TicketingRule"]';
  const code = "RoleAssignmentRequestPolicyValidationFailed";
  test.use({
    world: {
      extends: "s",
      faults: [{ service: "arm", match: puts, effect: { kind: "status", status: 400, code, message } }],
    },
  });

  test("names all that are broken, and says that something was sent", async ({ page, signIn, watched }) => {
    watched.expectWrite(asked);
    await signIn("Ines Marlow", path);
    await askForSandbox(page);
    const alert = dialog(page).getByRole("alert");
    await expect(alert).toContainText("The policy allows no activation for so long. A ticket is required.");
    await expect(alert).toContainText("Ask for a shorter time");
    await expect(alert).toContainText("Give the number of the ticket");
    await expect(dialog(page)).toContainText("It was sent, and Azure refused it. Confirming sends it again.");
    await expect(dialog(page)).not.toContainText("Nothing is sent");
  });
});

const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c1" } } });
const challenged = (exposedHeaders: string[]): WorldFile => ({
  extends: "s",
  settings: { exposedHeaders },
  faults: [{ service: "arm", match: puts, effect: { kind: "claimsChallenge", claims } }],
});

test.describe("a stronger sign-in that activating asks for", () => {
  test.use({ world: challenged(["WWW-Authenticate"]) });

  test("is offered where it is asked for, and the role is active after it", async ({ page, signIn, watched }) => {
    watched.expectWrite(asked);
    await signIn("Ines Marlow", path);
    const justification = await askForSandbox(page);
    await expect(dialog(page).getByRole("alert")).toContainText("Azure asks for a new or a stronger sign-in.");
    await expect(dialog(page)).not.toContainText("Azure has not answered yet");
    await expect(justification).toHaveValue("Disk full");
    await expectAccessible(page, "a request that waits for a sign-in");
    await signInFrom(page, dialog(page));
    await expect(dialog(page).getByRole("heading", { name: "Contributor is active" })).toBeVisible();
    await expect(expired(page)).toHaveCount(0);
  });

  test("is not followed by a request that was cancelled meanwhile", async ({ page, signIn, watched }) => {
    watched.expectWrite(asked);
    await signIn("Ines Marlow", path);
    await askForSandbox(page);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    const writes = () => watched.requests.filter((request) => request.method() === "PUT").length;
    const before = writes();
    await signInFrom(page, expired(page));
    await expect(expired(page)).toHaveCount(0);
    await readAgain(page);
    await wholeTable(page);
    await expect(
      row(page, "sub-fabrikam-sandbox", "Eligible").getByRole("button", { name: /^Activate/ }),
    ).toBeVisible();
    expect(writes()).toBe(before);
  });
});

test.describe("a stronger sign-in whose claims the page may not read", () => {
  test.use({ world: challenged([]) });

  test("ends in words, with what was typed, and leads to the portal", async ({ page, signIn, watched }) => {
    watched.expectWrite(asked);
    await signIn("Ines Marlow", path);
    const justification = await askForSandbox(page);
    const window = page.waitForEvent("popup");
    await dialog(page).getByRole("button", { name: "Sign in again" }).click();
    await window;
    await expect(dialog(page).getByRole("alert")).toContainText("Azure asks for a stronger sign-in than the one");
    await expect(justification).toHaveValue("Disk full");
    await expect(dialog(page).getByRole("link", { name: "Open in portal" })).toBeVisible();
    await expect(dialog(page).getByRole("button", { name: "Activate for 1 h" })).toBeEnabled();
  });
});
