import { expect, test } from "vitest";
import type { GroupFacts } from "@/lib/domain/directory";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import type { PrincipalId } from "@/lib/domain/ids";
import { noTenantFacts, type Ownership } from "@/lib/domain/tenant-facts";
import { groupEasilyJoined } from "./lh-prn-007";

const [ada, bea, inner] = [examplePrincipal(2), examplePrincipal(3), examplePrincipal(4)];
const contributor = aRoleAllowing("*");
const reader = aRoleAllowing("*/read");
const ownedBy = (...ids: PrincipalId[]): Ownership => ({
  state: "read",
  owners: ids.map((id) => ({ id, state: "found", kind: "user", name: "The owner", detail: undefined })),
});

type Case = Readonly<{ group?: Partial<GroupFacts>; owners?: Ownership | undefined; role?: typeof contributor }>;

const of = ({ group, owners, role = contributor }: Case) => {
  const directory = aDirectory({ groups: { [someone]: [ada, inner], [inner]: [bea] } });
  const facts = { ...directory.groups.get(someone)!, ...group };
  return judgedBy(groupEasilyJoined, {
    delegations: [offering(1, { authorizations: [standing(role)] })],
    roles: [contributor, reader],
    directory: { ...directory, groups: new Map(directory.groups).set(someone, facts) },
    tenant: {
      ...noTenantFacts,
      owners: new Map<PrincipalId, Ownership>([[inner, ownedBy()], ...(owners ? [[someone, owners] as const] : [])]),
    },
  });
};

test("an owner who is in no part of the group, and is named", () => {
  const stranger = examplePrincipal(9);
  const { found, findings, assessment } = of({ owners: ownedBy(ada, stranger) });
  expect(found).toEqual([`high: principal ${someone}`]);
  expect(evidenceOf(findings[0]!, assessment).facts).toEqual([
    { label: "owner who is no member", value: { kind: "principal", principal: stranger } },
  ]);
});

test("owners who are members, directly or in a group within, are none", () => {
  expect(of({ owners: ownedBy(ada, bea) })).toMatchObject({ count: 0, unjudged: [] });
});

test("a rule that looks at what people write themselves, and one that does not", () => {
  const ruled = (rule: string) => of({ group: { dynamic: true, rule }, owners: ownedBy() });
  expect(ruled('user.displayName -startsWith "Admin"').count).toBe(1);
  expect(ruled('(user.OtherMails -any (_ -contains "msp"))').count).toBe(1);
  expect(ruled('user.department -eq "IT"')).toMatchObject({ count: 0, unjudged: [] });
  expect(ruled('user.extensionAttribute1 -eq "displayName"').count).toBe(0);
});

test("a group that is not role-assignable, where a role reaches everything", () => {
  const plain = { group: { roleAssignable: false }, owners: ownedBy(ada) };
  expect(of(plain).count).toBe(1);
  expect(of({ ...plain, role: reader })).toMatchObject({ count: 0, unjudged: [] });
});

test("what was not read is said: owners, the rule, the group", () => {
  expect(of({}).unjudged).toEqual(["unread"]);
  expect(of({ owners: { state: "unreadable", why: "refused", fix: "Ask." } }).unjudged).toEqual(["unread"]);
  expect(of({ group: { dynamic: true }, owners: ownedBy() }).unjudged).toEqual(["unread"]);
  expect(of({ group: { roleAssignable: undefined }, owners: ownedBy() }).unjudged).toEqual(["unread"]);
});
