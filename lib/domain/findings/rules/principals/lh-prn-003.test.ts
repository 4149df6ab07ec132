import { expect, test } from "vitest";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import type { Principal } from "@/lib/domain/principal";
import { readerRole } from "../known-roles";
import { unreadablePrincipal } from "./lh-prn-003";

const delegations = [offering(1, { authorizations: [standing(readerRole)] })];
const of = (directory: ReturnType<typeof aDirectory> | undefined, principal?: Principal) =>
  judgedBy(unreadablePrincipal, {
    delegations,
    directory: directory && { ...directory, principals: new Map(principal && [[someone, principal]]) },
  });

test("a principal of which Graph shows nothing, or its kind alone", () => {
  for (const kind of [undefined, "group"] as const)
    expect(of(aDirectory({}), { id: someone, state: "unreadable", kind }).found).toEqual([
      `info: principal ${someone}`,
    ]);
});

test("one that is shown, and one that is gone, are none", () => {
  expect(of(aDirectory({}), { id: someone, state: "deleted" }).count).toBe(0);
  const found = { id: someone, state: "found", kind: "user", name: "Ada", detail: undefined } as const;
  expect(of(aDirectory({}), found).count).toBe(0);
});

test("one that nobody asked for is not said to be hidden", () => {
  expect(of(undefined)).toMatchObject({ count: 0, unjudged: ["directory"] });
});
