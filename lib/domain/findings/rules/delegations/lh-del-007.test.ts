import { expect, test } from "vitest";
import { aCoverage } from "@/lib/domain/example-inventory";
import { evidenceOf, mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aRoleAllowing, eligible, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { reasonsOf, withReasons } from "@/lib/domain/findings/reasons";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import type { Role } from "@/lib/domain/role";
import { notDelegable } from "./lh-del-007";

const contributor = aRoleAllowing("*");
const reads = aRoleWithId("0000000f-0000-4000-8000-000000000001", {
  actions: ["*/read"],
  dataActions: ["Microsoft.OperationalInsights/workspaces/tables/data/read"],
});
const locks = aRoleAllowing("Microsoft.Authorization/locks/write");
const custom: Role = { ...aRoleAllowing("*/read"), kind: "custom" };
const assigns = aRoleWithId(userAccessAdministrator, { actions: ["*/read", "Microsoft.Authorization/*"] });
const owns = aRoleWithId(owner, { actions: ["*"] });
const roles = [contributor, reads, locks, custom, assigns, owns];
const of = (lines: Parameters<typeof offering>[1], roleList: "complete" | "refused" = "complete") =>
  judgedBy(notDelegable, {
    delegations: [offering(1, lines)],
    roles,
    inventory: { coverage: aCoverage({ states: { roles: roleList } }) },
  });

test.each([
  ["has data actions", reads],
  ["names a restricted action", locks],
  ["is a custom role", custom],
  ["is Owner", owns],
])("a role that %s, permanent or eligible", (_, role) => {
  expect(of({ authorizations: [standing(role)] }).count).toBe(1);
  expect(of({ eligibleAuthorizations: [eligible(role)] }).count).toBe(1);
});

test("one that User Access Administrator may hand out, with the sentence that says why", () => {
  const delegatedRoles = [contributor.id, reads.id];
  const { findings, assessment } = of({ authorizations: [standing(assigns, { delegatedRoles })] });
  expect(findings).toHaveLength(1);
  expect(evidenceOf(findings[0]!, assessment).facts).toEqual([
    { label: "delegatedRoleDefinitionIds", value: { kind: "role", role: reads.id } },
    { label: "Azure Lighthouse", value: expect.stringContaining("tables/data/read") },
  ]);
  expect(reasonsOf(findings[0]!, findings[0]!.subject, assessment)).toEqual([
    {
      why: expect.stringContaining("tables/data/read"),
      what: `${reads.name} in delegatedRoleDefinitionIds`,
      part: "delegatedRoleDefinitionIds[1]",
    },
  ]);
});

test("User Access Administrator may be held, and not be handed out", () => {
  const { findings, assessment } = of({ authorizations: [standing(assigns, { delegatedRoles: [assigns.id] })] });
  expect(findings).toHaveLength(1);
  expect(reasonsOf(findings[0]!, findings[0]!.subject, assessment)).toEqual([
    {
      why: "Its holder may assign other roles, and not this one.",
      what: `${assigns.name} in delegatedRoleDefinitionIds`,
      part: "delegatedRoleDefinitionIds[0]",
    },
  ]);
});

test("each reason names what is at fault of the line", () => {
  const gone = aRoleAllowing("*/read");
  const { findings, assessment } = of({
    authorizations: [standing(reads), standing(gone), standing(assigns, { delegatedRoles: [owns.id, gone.id] })],
  });
  const reasons = findings.map((one) => reasonsOf(one, one.subject, assessment));
  expect(reasons.map((those) => those.map(({ part }) => part))).toEqual([
    [undefined],
    [undefined],
    ["delegatedRoleDefinitionIds[0]", "delegatedRoleDefinitionIds[1]"],
  ]);
  expect(reasons[1]).toEqual([{ why: "It is not in Azure's list of roles." }]);
  expect(reasons[2]?.[1]).toMatchObject({ ...reasons[1]?.[0], what: `${gone.id} in delegatedRoleDefinitionIds` });
  expect(withReasons("Said.", findings[2]!, assessment)).toBe(
    `${notDelegable.title}: ${owns.name} in delegatedRoleDefinitionIds. Azure Lighthouse never delegates Owner. ${gone.id} in delegatedRoleDefinitionIds: It is not in Azure's list of roles.`,
  );
  expect(withReasons("Said.", findings[1]!, assessment)).toBe("Said. It is not in Azure's list of roles.");
});

test("Contributor's star is not among what Azure refuses, and neither is User Access Administrator by itself", () => {
  expect(of({ authorizations: [standing(contributor), standing(assigns)] }).count).toBe(0);
});

test("a role that is in no list is found where the whole list was read, and unknown otherwise", () => {
  const gone = { authorizations: [standing(aRoleAllowing("*/read"))] };
  expect(of(gone)).toMatchObject({ count: 1, unjudged: [] });
  expect(of(gone, "refused")).toMatchObject({ count: 0, unjudged: ["unknownRole"] });
});

test("mended without the line, or without what it hands out", () => {
  const after = (...authorizations: ReturnType<typeof standing>[]) => {
    const { findings, assessment } = of({ authorizations });
    return mendingOf(findings[0]!, assessment)!;
  };
  const kept = standing(contributor);
  expect(after(kept, standing(reads)).after.authorizations).toEqual([kept]);
  const handing = (...delegatedRoles: Role["id"][]) => standing(assigns, { delegatedRoles });
  expect(after(handing(contributor.id, reads.id)).after.authorizations).toEqual([handing(contributor.id)]);
  const empty = after(handing(reads.id));
  expect([empty.after.authorizations, empty.missing]).toEqual([[], ["holder"]]);
});
