import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import type { Answer } from "@/lib/domain/access/answer";
import type { ReacherRow } from "@/lib/domain/access/reacher-rows";
import { reachCount } from "./reach-count";

const row = (number: number, gives: Answer = "yes") =>
  ({ principal: { id: examplePrincipal(number) }, gives }) as unknown as ReacherRow;

test("counts everybody once, however many roles they have", () => {
  expect(reachCount([row(1), row(1), row(2, "cannotSee")])).toEqual({ principals: 2, lines: "in 3 lines" });
  expect(reachCount([row(1)])).toEqual({ principals: 1, lines: "in 1 line" });
  expect(reachCount([])).toEqual({ principals: 0, lines: "" });
});

test("whom no line gives anything reaches nothing", () => {
  expect(reachCount([row(1), row(1, "no"), row(2, "no")])).toEqual({ principals: 1, lines: "in 1 of 3 lines" });
});
