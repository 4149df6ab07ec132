import { expect, test } from "vitest";
import { exampleTenant } from "@/lib/domain/example-inventory";
import { judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { transferred } from "./lh-del-011";

const signed = offering(1, {});

test("the owner of today is not who signed", () => {
  const moved = { ...signed, customer: exampleTenant(2) };
  expect(judgedBy(transferred, { delegations: [moved] }).found).toEqual([`high: delegation ${moved.id}`]);
});

test("whoever signed still owns it", () => {
  expect(judgedBy(transferred, { delegations: [signed] })).toMatchObject({ count: 0, unjudged: [] });
});

test("where the definition does not tell who signed, nobody can say", () => {
  const untold = { ...signed, definition: { ...signed.definition!, customer: undefined } };
  expect(judgedBy(transferred, { delegations: [untold] })).toMatchObject({ count: 0, unjudged: ["unread"] });
});
