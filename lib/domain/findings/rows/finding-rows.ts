import { principalSort, type PrincipalSort } from "@/lib/domain/access/principal-sort";
import { customerNames } from "@/lib/domain/customer-name";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import { lastChangeOf, laterOf, moment } from "@/lib/domain/history";
import type { RoleId, TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { Principal } from "@/lib/domain/principal";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";
import { scopePath } from "@/lib/domain/scope";
import type { Assessment } from "../engine/assessment";
import { adviceOf } from "../evidence/advice";
import { customersAffected, delegationsAffected, principalOf, roleOf } from "../evidence/affected";
import { fingerprintOf, subjectsOf, type Finding } from "../finding";
import type { Rule } from "../rule";
import type { Severity } from "../severity";
import type { Subject } from "../subject";

/** A finding as tables show it. What it is not about is undefined or empty; evidence and change are worked out on opening. */
export type FindingRow = About &
  Readonly<{
    /** Its fingerprint. */
    id: string;
    finding: Finding;
    severity: Severity;
    /** What to do about it. */
    advice: string;
    /** The operations of the role that make it a finding, for rules about what a role allows. */
    operations: readonly string[];
  }>;

/** What is the same for all findings about one subject. */
type About = Readonly<{
  customers: readonly FindingCustomer[];
  principal: FindingPrincipal | undefined;
  role: Readonly<{ id: RoleId; name: string | undefined; level: number | undefined }> | undefined;
  access: "standing" | "eligible" | undefined;
  offers: readonly string[];
  /** Through which it takes effect; `place` where it is one. */
  delegations: readonly Delegation[];
  place: Readonly<{ name: string; path: string }> | undefined;
  /** How many more there are, where only those of one customer are looked at. */
  elsewhere?: number;
  /** The last change of the offer or delegation it is about, in milliseconds; undefined where nobody tells. */
  changedAt: number | undefined;
}>;

export type FindingCustomer = Readonly<{ id: TenantId; name: string | undefined }>;

/** `name`: where the directory does not show one, what the offer calls it, which proves nothing. */
export type FindingPrincipal = Readonly<{
  principal: Principal;
  name: string | undefined;
  sort: PrincipalSort | undefined;
}>;

/** One row for each finding, in their order; step by step, since there may be tens of thousands. */
export function* findingRows(
  findings: readonly Finding[],
  assessment: Assessment,
): Generator<void, readonly FindingRow[]> {
  const words = wordsOf(assessment);
  const alone = remembered((subject: Subject) => about({ subject, alike: none }, assessment, words));
  const aboutOf = (finding: Finding) =>
    finding.alike.length === 0 ? alone(finding.subject) : about(finding, assessment, words);
  const rows: FindingRow[] = [];
  for (const finding of findings) {
    const { severity } = finding;
    const advice = adviceOf(finding, assessment);
    const operations = words.operations(finding.rule)(roleOf(finding));
    rows.push({ ...aboutOf(finding), id: fingerprintOf(finding), finding, severity, advice, operations });
    yield;
  }
  return rows;
}

type Words = ReturnType<typeof wordsOf>;

const none: readonly never[] = [];

function about(finding: Pick<Finding, "subject" | "alike">, assessment: Assessment, words: Words): About {
  const { subject } = finding;
  const delegations = delegationsAffected(finding, assessment);
  const [first] = delegations;
  const holder = principalOf(finding);
  const role = roleOf(finding);
  return {
    customers: words.customers(customersAffected(finding, assessment)),
    principal: holder && words.principal(assessment.principal(holder), labelOf(subject)),
    role: role && words.role(role),
    access: subject.kind === "authorization" ? subject.access : undefined,
    offers: words.offers(finding, delegations),
    delegations,
    place: first && delegations.length === 1 ? words.place(first) : undefined,
    changedAt: words.moment(subjectsOf(finding).map(changeOf).reduce(laterOf)),
  };
}

const labelOf = (subject: Subject) => (subject.kind === "authorization" ? subject.authorization.label : undefined);

function changeOf(subject: Subject): string | undefined {
  switch (subject.kind) {
    case "authorization":
    case "definition":
      return lastChangeOf(subject.definition.history);
    case "delegation": {
      const { history, definition } = subject.delegation;
      return laterOf(lastChangeOf(history), definition && lastChangeOf(definition.history));
    }
    default:
      return undefined;
  }
}

/** What things are called; each is looked up once, so that rows which name the same share it. */
function wordsOf(assessment: Assessment) {
  const { inventory, directory = emptyDirectory, role } = assessment;
  const nameOf = customerNames(inventory);
  const customer = remembered((id: TenantId): FindingCustomer => ({ id, name: nameOf(id).name }));
  const roleNamed = remembered((id: RoleId) => {
    const known = role(id);
    return { id, name: known?.name, level: known && delegatedPrivilegeOf(known).level };
  });
  const offersOf = remembered(({ offer }: Definition) => [offer]);
  const offersThrough = (delegations: readonly Delegation[]) => [
    ...new Set(delegations.flatMap(({ definition }) => definition?.offer ?? [])),
  ];
  return {
    customers: remembered((ids: readonly TenantId[]) => ids.map(customer)),
    role: roleNamed,
    moment: remembered(moment),
    offers: (finding: Pick<Finding, "subject" | "alike">, delegations: readonly Delegation[]): readonly string[] => {
      const { subject, alike } = finding;
      const isOne = alike.length === 0 && (subject.kind === "authorization" || subject.kind === "definition");
      return isOne ? offersOf(subject.definition) : offersThrough(delegations);
    },
    principal(principal: Principal, label: string | undefined): FindingPrincipal {
      const kind = principal.state === "deleted" ? undefined : principal.kind;
      return {
        principal,
        name: principal.state === "found" ? principal.name : label,
        sort: principalSort(directory, principal.id, kind),
      };
    },
    place: (delegation: Delegation) => placeOf(delegation, inventory),
    operations: remembered((rule: Rule) =>
      remembered((id: RoleId | undefined) => {
        const known = id && role(id);
        const given = known && rule.operations?.(known, assessment);
        return given?.map(({ operation }) => operation) ?? none;
      }),
    ),
  };
}

const placeOf = ({ scope }: Delegation, { subscriptions }: Inventory) => ({
  name:
    scope.kind === "resourceGroup"
      ? scope.resourceGroup
      : (subscriptions.get(scope.subscription)?.name ?? scope.subscription),
  path: scopePath(scope),
});

/** A finding that concerns a customer, as it stands there: with the delegations of that customer alone. */
export function atCustomer(row: FindingRow, customer: TenantId, inventory: Inventory): FindingRow {
  const delegations = row.delegations.filter((one) => one.customer === customer);
  const elsewhere = row.delegations.length - delegations.length;
  if (elsewhere === 0) return row;
  const [first] = delegations;
  const place = first && delegations.length === 1 ? placeOf(first, inventory) : undefined;
  return { ...row, delegations, place, elsewhere };
}

function remembered<Key, Value>(look: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = look(key)));
    return value;
  };
}
