import { expect, test, vi } from "vitest";
import { keepFew } from "./keep-few";

test("answers are worked out once, and only those asked for last are kept", () => {
  const work = vi.fn((about: { of: string }, question: string): string | undefined =>
    question === "none" ? undefined : `${about.of} ${question}`,
  );
  const ask = keepFew(2, work);
  const [one, other] = [{ of: "one" }, { of: "other" }];
  expect([ask(one, "a"), ask(one, "b"), ask(one, "a"), ask(other, "a")]).toEqual([
    "one a",
    "one b",
    "one a",
    "other a",
  ]);
  expect(work).toHaveBeenCalledTimes(3);
  ask(one, "c");
  ask(one, "a");
  expect(work).toHaveBeenCalledTimes(4);
  ask(one, "b");
  expect(work).toHaveBeenCalledTimes(5);
  expect([ask(one, "none"), ask(one, "none")]).toEqual([undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(6);
});
