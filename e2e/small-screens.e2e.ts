import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";
import { visit } from "./visit";

const ines = "a6d7e09b-74f6-4b9c-97fd-c585a50b53cd";

/** Opens the page of a customer, and answers its address. */
async function openContoso(page: Page): Promise<string> {
  await page.goto("/customers?q=Contoso");
  const link = (await wholeTable(page, "customers")).getByRole("link", { name: "Contoso", exact: true });
  return (await link.getAttribute("href"))!;
}

/** What stands in the main part, from above, without overlapping: each part begins where the one before it ends. */
const overlapping = (page: Page) =>
  page.getByRole("main").evaluate((main) => {
    const found: string[] = [];
    const look = (element: Element) => {
      let last: DOMRect | undefined;
      for (const part of element.children) {
        const { position, overflowY } = getComputedStyle(part);
        const box = part.getBoundingClientRect();
        if (position === "absolute" || position === "fixed" || box.height === 0) continue;
        const isBelow =
          !last || box.left >= last.right - 1 || box.right <= last.left + 1 || box.top >= last.bottom - 1.5;
        if (!isBelow) found.push(part.textContent.slice(0, 60));
        last = box;
        if (overflowY === "visible" && /^(DIV|SECTION)$/.test(part.tagName) && part.querySelector("[role=search]"))
          look(part);
      }
    };
    look(main);
    return found;
  });

/** The focused element is not covered, and in the view of the main part. */
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement!;
    const box = focused.getBoundingClientRect();
    const hit = document.elementFromPoint(box.left + 4, box.top + box.height / 2);
    return focused.closest("[role=row]") !== null && focused.contains(hit);
  });

for (const viewport of [
  { width: 720, height: 450 },
  { width: 683, height: 384 },
  { width: 960, height: 600 },
])
  test.describe(`in a window of ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test("the page scrolls, nothing overlaps, and the row with focus is in view", async ({ page, signIn }) => {
      test.setTimeout(120_000);
      await signIn("Ines Marlow");
      const customer = await openContoso(page);
      const scope = "/subscriptions/66698a27-d4ed-4bef-9f71-7466a4e26654";
      for (const path of [
        customer,
        `${customer}/access`,
        `${customer}/findings`,
        "/findings",
        `/access/scope?scope=${scope}`,
        `/access/principals/${ines}`,
        "/access/roles",
      ]) {
        await visit(page, path);
        await wholeTable(page);
        await expect.poll(() => overlapping(page), path).toEqual([]);
        await page.keyboard.press("j");
        await page.keyboard.press("j");
        await expect.poll(() => focusIsSeen(page), path).toBe(true);
        await page.getByRole("main").evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
        await expect(tableOf(page).getByRole("gridcell").first(), path).toBeInViewport();
        await expect(page.getByRole("main").locator("footer").first(), path).toBeInViewport();
      }
    });
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** Moves a finger up the screen by so many pixels, or down. */
  async function swipe(page: Page, up: number) {
    const client = await page.context().newCDPSession(page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: 190, y }] });
    const from = up > 0 ? 600 : 250;
    await send("touchStart", from);
    for (let step = 1; step <= 10; step++) await send("touchMove", from - (up * step) / 10);
    await send("touchEnd");
    await client.detach();
  }

  test("a finger scrolls one thing: first the head away, then the list, and back", async ({ page, signIn }) => {
    test.setTimeout(120_000);
    await signIn("Ines Marlow");
    const customer = await openContoso(page);
    const filters = page.getByRole("search");
    const top = () => filters.evaluate((bar) => Math.round(bar.getBoundingClientRect().top));
    const first = () => tableOf(page).evaluate((table) => Math.round(table.getBoundingClientRect().top));
    for (const path of [`${customer}/access`, `/access/principals/${ines}`, "/findings", "/access/mine"]) {
      await visit(page, path);
      await wholeTable(page);
      const scrollers = await page.getByRole("main").evaluate((main) =>
        [...main.querySelectorAll("*")]
          .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY))
          .filter((part) => part.scrollHeight > part.clientHeight + 1)
          .map((part) => part.className),
      );
      expect(scrollers, path).toEqual([]);
      for (let swipes = 0; swipes < 4; swipes++) await swipe(page, 400);
      await expect.poll(top, `${path}: the filters keep their place`).toBe(0);
      await expect.poll(first, `${path}: the list went on`).toBeLessThan(-200);
      // Rows fill the screen.
      const seen = await tableOf(page)
        .getByRole("row")
        .evaluateAll(
          (rows) =>
            rows.filter(
              (row) => row.getBoundingClientRect().top < innerHeight && row.getBoundingClientRect().bottom > 0,
            ).length,
        );
      expect(seen, path).toBeGreaterThanOrEqual(8);
      await expect(async () => {
        await swipe(page, -450);
        await expect(page.getByRole("heading", { level: 1 }), path).toBeInViewport({ timeout: 100 });
      }).toPass();
    }
  });

  /**
   * What can be pressed and answers to less than 44 px, told with its size. Links in running text are as high as their line
   * (WCAG 2.5.8's exception), and in a row of a table the whole row answers.
   */
  const smallTargets = (page: Page) =>
    page.evaluate(async () => {
      // Borders and halves of pixels are not always of it.
      const least = 41;
      const found: string[] = [];
      const inText = (element: Element) => {
        if (getComputedStyle(element).display !== "inline") return false;
        const around = element.parentElement!;
        const words = (node: Element) => node.textContent.replace(/[\s·,›]+/g, "");
        return (
          [...around.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && /\w{2}/.test(node.textContent ?? ""),
          ) && words(around) !== words(element)
        );
      };
      for (const element of document.querySelectorAll<HTMLElement>(
        "a, button, input, select, textarea, summary, [role=option], [role=tab], [role=radio]",
      )) {
        const { visibility } = getComputedStyle(element);
        const start = element.getBoundingClientRect();
        if (visibility === "hidden" || start.width <= 1 || start.height <= 1 || start.bottom < 0) continue;
        if (element.closest("[role=row]") && element.tagName === "A") continue;
        if (inText(element)) continue;
        element.scrollIntoView({ block: "center", inline: "center" });
        const box = element.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const answers = (left: number, top: number) => {
          const hit = document.elementFromPoint(left, top);
          return hit !== null && (element.contains(hit) || hit.closest("label")?.contains(element) === true);
        };
        if (!answers(x, y)) continue;
        const reach = (across: number, down: number) => {
          let far = 0;
          while (far < 60 && answers(x + across * (far + 0.5), y + down * (far + 0.5))) far += 0.5;
          return far;
        };
        const [width, height] = [reach(-1, 0) + reach(1, 0), reach(0, -1) + reach(0, 1)];
        const name = (element.getAttribute("aria-label") ?? element.innerText) || element.tagName;
        if (width < least || height < least) found.push(`${name.replace(/\s+/g, " ").slice(0, 40)} ${width}×${height}`);
      }
      return found;
    });

  test("whatever is pressed answers to a finger", async ({ page, signIn }) => {
    test.setTimeout(300_000);
    await signIn("Ines Marlow", "/");
    await expect(page.getByRole("link", { name: /critical finding/ })).toBeVisible();
    const look = async (state: string) => {
      expect.soft(await smallTargets(page), state).toEqual([]);
    };
    await look("overview");
    const customer = await openContoso(page);
    await look("customers, filtered");
    for (const path of [
      customer,
      `${customer}/access`,
      `${customer}/findings`,
      "/delegations",
      "/access/principals",
      `/access/principals/${ines}`,
      `/access/principals/${ines}/leaver`,
      "/access/scope?scope=/subscriptions/66698a27-d4ed-4bef-9f71-7466a4e26654",
      "/access/assignments",
      "/access/mine",
      "/access/roles",
      "/findings",
      "/findings/rules",
    ]) {
      await visit(page, path);
      await wholeTable(page);
      await look(path);
    }
    await visit(page, "/access");
    await expect(page.getByRole("list", { name: "Customers" })).toBeVisible();
    await look("/access");
    await visit(page, "/access/compare");
    await expect(page.getByRole("heading", { name: "Choose two principals" })).toBeVisible();
    await look("/access/compare");
    await visit(page, `${customer}/findings?group=none`);
    await rowsOf(await wholeTable(page))
      .first()
      .click();
    await expect(page.getByRole("complementary").getByText("Evidence")).toBeVisible();
    await look("a finding");
  });
});
