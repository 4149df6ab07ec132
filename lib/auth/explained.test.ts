import { afterEach, expect, it, vi } from "vitest";
import { explained } from "./explained";

afterEach(() => void vi.doUnmock("./sign-in-problem"));

it("chooses among the words", async () => {
  expect(await explained(({ wrongClock }) => wrongClock(7))).toMatchObject({ title: "This computer's clock is wrong" });
});

it("says that the site is out of reach where the words cannot be fetched", async () => {
  vi.doMock("./sign-in-problem", () => {
    throw new Error("Failed to fetch dynamically imported module");
  });
  vi.resetModules();
  const { explained: anew } = await import("./explained");
  expect(await anew(({ otherTenant }) => otherTenant)).toMatchObject({ title: "This site could not be reached" });
});
