import { describe, expect, test } from "vitest";
import type { Role } from "../role";
import { delegabilityOf, isDelegable, owner, userAccessAdministrator } from "./delegability";
import { verdictWords } from "./delegability-words";
import { aRole, aRoleWithId } from "./example-role";

const reader = aRole({ actions: ["*/read"] });
const verdictOf = (role: Role) => {
  const { standing, eligible } = delegabilityOf(role);
  expect(eligible).toEqual(standing);
  return standing;
};

describe("Azure Lighthouse takes", () => {
  test("a role that names nothing it restricts, Contributor's star included", () => {
    const contributor = aRole({ actions: ["*"], notActions: ["Microsoft.Authorization/*/Write"] });
    const policies = aRole({ actions: ["Microsoft.Authorization/policyAssignments/*"] });
    for (const role of [reader, contributor, policies]) expect(verdictOf(role)).toEqual({ kind: "delegable" });
  });

  test("User Access Administrator standing with roles to assign, and never eligible", () => {
    const role = aRoleWithId(userAccessAdministrator, { actions: ["Microsoft.Authorization/*"] });
    expect(delegabilityOf(role)).toEqual({
      standing: { kind: "onlyToAssign" },
      eligible: { kind: "refused", why: { reason: "neverEligible" } },
    });
    expect(isDelegable(role)).toBe(false);
  });

  test("perhaps a role with notDataActions and no data action", () => {
    const role = aRole({ actions: ["*/read"], notDataActions: ["Microsoft.X/y/write"] });
    expect(verdictOf(role)).toEqual({ kind: "disputed", notDataAction: "Microsoft.X/y/write" });
    expect(isDelegable(role)).toBe(true);
  });
});

describe("Azure Lighthouse refuses", () => {
  const why = (role: Role) => {
    const verdict = verdictOf(role);
    return verdict.kind === "refused" ? verdict.why : undefined;
  };

  test("custom roles, whatever they allow", () => {
    expect(why({ ...reader, kind: "custom" })).toEqual({ reason: "custom" });
  });

  test("Owner, by its id", () => {
    expect(why(aRoleWithId(owner, { actions: ["*"] }))).toEqual({ reason: "owner" });
  });

  test("data actions in any entry", () => {
    const role = aRole({ actions: ["*/read"] }, { dataActions: ["Microsoft.X/a/read", "Microsoft.X/b/read"] });
    expect(why(role)).toEqual({ reason: "dataActions", first: "Microsoft.X/a/read", count: 2 });
  });

  test.each([
    "Microsoft.Authorization/*",
    "microsoft.authorization/*/WRITE",
    "Microsoft.Authorization/*/delete",
    "Microsoft.Authorization/roleAssignments/write",
    "Microsoft.Authorization/roleDefinitions/delete",
    "Microsoft.Authorization/classicAdministrators/write",
    "Microsoft.Authorization/locks/delete",
    "Microsoft.Authorization/denyAssignments/write",
  ])("%s", (action) => {
    expect(why(aRole({ actions: ["*/read"] }, { actions: [action] }))).toEqual({ reason: "restrictedAction", action });
    expect(why(aRole({ actions: ["*/read"], notActions: [action] }))).toBeUndefined();
  });
});

test("each verdict has its own sentence, with what it is about", () => {
  const sentences = [
    reader,
    aRole({ notDataActions: ["Microsoft.X/y/write"] }),
    { ...reader, kind: "custom" as const },
    aRoleWithId(owner),
    aRole({ dataActions: ["Microsoft.X/a/read"] }),
    aRole({ dataActions: ["Microsoft.X/a/read", "Microsoft.X/b/read"] }),
    aRole({ actions: ["Microsoft.Authorization/locks/write"] }),
    aRoleWithId(userAccessAdministrator),
  ].flatMap((role) => Object.values(delegabilityOf(role)).map(verdictWords));
  expect(new Set(sentences).size).toBe(9);
  expect(sentences.join("\n")).toMatch(/Microsoft\.X\/y\/write/);
  expect(sentences).toContain(
    "It has 2 data actions, Microsoft.X/a/read among them, and Azure Lighthouse delegates none.",
  );
  expect(sentences).toContain(
    "It names Microsoft.Authorization/locks/write, which Azure Lighthouse does not delegate.",
  );
});
