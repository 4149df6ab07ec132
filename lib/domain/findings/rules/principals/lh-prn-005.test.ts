import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import type { UserFacts } from "@/lib/domain/directory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { guestAccount } from "./lh-prn-005";

const ada = examplePrincipal(2);
const of = (facts: UserFacts, upn = "ada_contoso.example#EXT#@msp.example") => {
  const directory = aDirectory({ groups: { [someone]: [ada] } });
  const person = { id: ada, state: "found", kind: "user", name: "Ada", detail: upn } as const;
  return judgedBy(guestAccount, {
    delegations: [offering(1, { authorizations: [standing(readerRole)] })],
    directory: {
      ...directory,
      users: new Map([[ada, facts]]),
      principals: new Map(directory.principals).set(ada, person),
    },
  });
};

test("a guest in the group that an offer names, with the domain that the account lives in", () => {
  const { found, findings, assessment } = of({ enabled: true, guest: true });
  expect(found).toEqual([`high: principal ${ada}`]);
  expect(evidenceOf(findings[0]!, assessment).facts[0]).toEqual({ label: "home domain", value: "contoso.example" });
});

test("a member is none, even with such a name; where Graph does not tell it cannot be judged", () => {
  expect(of({ enabled: true, guest: false }).count).toBe(0);
  expect(of({ enabled: true, guest: undefined })).toMatchObject({ count: 0, unjudged: ["unread"] });
});
