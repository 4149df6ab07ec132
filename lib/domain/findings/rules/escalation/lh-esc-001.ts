import type { PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { RoleRule } from "@/lib/domain/findings/rule";
import type { Role } from "@/lib/domain/role";
import type { Gives } from "@/lib/domain/roles/catalogue/gives";
import { cited } from "../cited";
import { givenOf } from "../given";
import { grantFacts } from "./grant-facts";
import { grantsWhose } from "./grants-whose";
import { hidingTogether, peopleTogether, sortGrants, type Sorted, type Together } from "./together";

const assigns = (gives: Gives): boolean => gives === "identity";
const hosts = (gives: Gives): boolean => gives === "identityHost" || gives === "code" || gives === "automation";

export const identityTakeover: RoleRule = {
  id: "LH-ESC-001",
  severity: "critical",
  title: "Managed identities can be taken over, standing",
  why: "Whoever may hand an identity to a machine and run something on that machine is that identity, with every role it has, in other subscriptions too. The customer's log shows the identity and not the person.",
  how: "A permanent authorization whose role allows assigning user-assigned identities and also writing, or running code on, a resource that can bear one. Also anybody to whom two standing roles, each with one half, come on the same scope, through whatever groups.",
  fix: "Where one role allows both, give a smaller one or make it eligible with approval. Where two roles come together, split them over different people, drop the one that assigns identities, or make one of them eligible with approval.",
  advice: "The role allows both: give a smaller one that lacks one of the two, or make it eligible with approval.",
  toCustomer:
    "We will see to it that nobody has both permanently: by other people, a smaller role, or activation with approval.",
  sources: [cited.hackTricks, cited.privilegedIam],
  on: "role",
  access: "standing",
  operations: both,
  across: {
    advice:
      "Split the two roles over different people, drop the one that assigns identities, or make one of them eligible with approval.",
    *find(assessment): Iterable<Hit> {
      const { sorted, pairs } = halvesIn(assessment);
      for (const principal of pairs.keys()) yield hit({ kind: "principal", principal });
      const hiding = hidingTogether(assessment.access, sorted);
      if (!assessment.directory && hiding.size > 0) yield cannotJudge({ kind: "directory" });
      else for (const about of hiding) yield cannotJudge({ kind: "members", about });
    },
    facts(subject, assessment) {
      const pair = subject.kind === "principal" ? halvesIn(assessment).pairs.get(subject.principal) : undefined;
      return pair ? grantFacts(pair, assessment.access) : [];
    },
  },
  mend: asJustInTime,
};

/** Both halves, where a role has both. */
function both(role: Role) {
  const [assigning, hosting] = [givenOf(role, assigns), givenOf(role, hosts)];
  return assigning.length > 0 && hosting.length > 0 ? [...assigning, ...hosting] : [];
}

type Halves = Readonly<{ sorted: Sorted; pairs: ReadonlyMap<PrincipalId, Together> }>;

const known = new WeakMap<Assessment, Halves>();

/** Grants with one half each, and whoever has both from two of them, with one such pair. */
function halvesIn(assessment: Assessment): Halves {
  let halves = known.get(assessment);
  if (!halves) {
    const { access } = assessment;
    const sorted = sortGrants(access, {
      one: grantsWhose(assessment, (role) => isHalf(role, assigns)),
      other: grantsWhose(assessment, (role) => isHalf(role, hosts)),
    });
    const found = peopleTogether(access, sorted);
    const pairs = new Map([...found].map(([person, pair]) => [access.people.ids.at(person), pair]));
    known.set(assessment, (halves = { sorted, pairs }));
  }
  return halves;
}

const isHalf = (role: Role, wanted: (gives: Gives) => boolean) =>
  givenOf(role, wanted).length > 0 && both(role).length === 0;
