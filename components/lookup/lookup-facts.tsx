import { memo, type ReactNode } from "react";
import { stateTags } from "@/components/access/state-tags";
import { Ago, Unknown } from "@/components/ui/ago";
import { FactLine } from "@/components/ui/facts";
import { Foreign } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { offerLabel } from "@/components/ui/offer-label";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { countLooks, told } from "@/components/ui/severity-cells";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import { seesAll } from "@/lib/domain/access/blind-spots";
import { customersReached } from "@/lib/domain/access/customers-reached";
import { memberCountOf, statesOf } from "@/lib/domain/access/principal-state";
import { keptReach } from "@/lib/domain/access/kept-reach";
import { grantedWith } from "@/lib/domain/access/role-rows";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import type { PrincipalId, RoleId, TenantId } from "@/lib/domain/ids";
import type { InShort } from "@/lib/domain/my-access/in-short";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { formatCount, formatCounted } from "@/lib/format";
import type { Entry } from "@/lib/lookup/entry";
import { levelsIn } from "@/lib/queries/access";
import type { Findings } from "@/lib/queries/findings";
import { customersIn } from "@/lib/queries/inventory-rows";
import type { LookupSources } from "@/lib/queries/lookup";
import { eligibleWords } from "./my-words";

type Props = { entry: Entry; sources: LookupSources | undefined; mine: InShort | undefined };

/** What is known of an answer without opening it, from what was worked out for other screens. */
export const LookupFacts = memo(function LookupFacts({ entry, sources, mine }: Props) {
  const { target, beside } = entry;
  if (!sources) return <Words of={beside} />;
  const access = sources.findings?.assessment.access;
  switch (target.kind) {
    case "customer":
      return <CustomerFacts tenant={target.tenant} sources={sources} mine={mine} />;
    case "subscription":
    case "resourceGroup":
      return (
        <List>
          <FactLine label={target.kind === "subscription" ? "Customer" : "In"}>
            <Foreign text={beside.join(" · ")} limit={200} />
          </FactLine>
          <MyLines mine={mine} />
        </List>
      );
    case "user":
    case "group":
    case "servicePrincipal":
      return <PrincipalFacts id={target.principal} kind={target.kind} beside={beside} sources={sources} />;
    case "role": {
      const level = levelsIn(sources.inventory)(target.role);
      return (
        <List>
          <FactLine label="Privilege">
            {privilegeMark(level)}
            {privilegeName(level)}
          </FactLine>
          {access && <RoleLines role={target.role} {...{ access }} />}
        </List>
      );
    }
    case "finding":
      return <FindingFacts id={target.finding} findings={sources.findings} />;
    case "rule": {
      const rule = sources.findings?.assessment.rules.find(({ rule }) => rule.id === target.rule)?.rule;
      const count = sources.findings?.findings.filter(({ rule }) => rule.id === target.rule).length;
      return (
        <>
          <List>
            <FactLine label="Rule">{beside[0]}</FactLine>
            <FactLine label="Severity">
              {severityMark(target.severity)} {severityNames[target.severity]}
            </FactLine>
            {count !== undefined && <FactLine label="Findings">{formatCount(count)}</FactLine>}
          </List>
          <Words of={[rule?.why ?? ""]} />
        </>
      );
    }
    default:
      return <Words of={beside} />;
  }
});

type CustomerProps = { tenant: TenantId; sources: LookupSources; mine: InShort | undefined };

function CustomerFacts({ tenant, sources: { inventory, findings }, mine }: CustomerProps) {
  const row = customersIn(inventory).find((customer) => customer.tenant === tenant);
  const [offer, ...others] = row?.offers ?? [];
  const counts = findings?.byCustomer.get(tenant);
  return (
    <List>
      <FactLine label="Subscriptions">
        <Known count={row?.subscriptions} />
      </FactLine>
      <FactLine label="Delegations">
        <Known count={row?.delegations} />
      </FactLine>
      {offer && (
        <FactLine label="Source">
          {offerLabel({
            name: offer.name,
            version: offer.plan?.version,
            isMarketplace: offer.source === "marketplace",
          })}
          {others.length > 0 && ` and ${formatCounted(others.length, "other")}`}
        </FactLine>
      )}
      <MyLines mine={mine} />
      {findings && <FactLine label="Findings">{counts ? <Counts counts={counts} /> : "None"}</FactLine>}
      {row?.lastChange !== undefined && (
        <FactLine label="Last change">
          <Ago at={row.lastChange} />
        </FactLine>
      )}
    </List>
  );
}

function MyLines({ mine }: { mine: InShort | undefined }) {
  if (!mine) return null;
  const { standing, eligible } = mine;
  const line = (grant: MyGrant, words: string) => (
    <div key={grant.id}>
      {grantMark(grant.kind)}
      {privilegeMark(grant.level)}
      <Foreign text={words} limit={120} />
    </div>
  );
  return (
    <FactLine label="My access">
      {standing && line(standing, standing.role.name ?? standing.role.id)}
      {eligible && line(eligible, eligibleWords(eligible))}
      {!standing && !eligible && "Nothing that is known"}
    </FactLine>
  );
}

type PrincipalProps = {
  id: PrincipalId;
  kind: "user" | "group" | "servicePrincipal";
  beside: readonly string[];
  sources: LookupSources;
};

function PrincipalFacts({ id, kind, beside, sources: { inventory, findings } }: PrincipalProps) {
  const access = findings?.assessment.access;
  if (!access) return <Words of={beside} />;
  const levelOf = levelsIn(inventory);
  const reach = keptReach(access, id);
  const customers = customersReached(access, reach, levelOf);
  const strongest = customers[0]?.strongest;
  const members = memberCountOf(access, id);
  const isWhole = seesAll(reach.blind);
  const states = statesOf(access, id);
  return (
    <List>
      {states.length > 0 && (
        <FactLine label="State">
          <span className="-ml-1.5">{stateTags(states)}</span>
        </FactLine>
      )}
      {beside[0] !== undefined && (
        <FactLine label={kind === "user" ? "Signs in as" : "Known as"}>
          <Foreign text={beside[0]} limit={120} />
        </FactLine>
      )}
      {kind === "group" && (
        <FactLine label="Members">
          <Known count={members} />
        </FactLine>
      )}
      <FactLine label="Reaches">
        {formatCounted(customers.length, "customer")}
        {!isWhole && <span className="text-stale-text"> or more</span>}
      </FactLine>
      <FactLine label="Strongest">
        {strongest ? (
          <>
            {grantMark(strongest.standing === "no" && strongest.assigned === "no" ? "eligible" : "standing")}
            {privilegeMark(levelOf(strongest.role))}
            <Foreign text={inventory.roles.get(strongest.role)?.name ?? strongest.role} limit={80} />
          </>
        ) : (
          "None seen"
        )}
      </FactLine>
      {reach.inVain.length > 0 && (
        <FactLine label="Gives nothing">{formatCounted(reach.inVain.length, "grant")}</FactLine>
      )}
    </List>
  );
}

function RoleLines({ role, access }: { role: RoleId; access: Findings["assessment"]["access"] }) {
  const { principals, customers, grants } = grantedWith(access, role);
  return (
    <>
      <FactLine label="Customers">{formatCount(customers)}</FactLine>
      <FactLine label="Holders">{formatCount(principals)}</FactLine>
      <FactLine label="Grants">{formatCount(grants)}</FactLine>
    </>
  );
}

function FindingFacts({ id, findings }: { id: string; findings: Findings | undefined }) {
  const row = findings?.rows.find((one) => one.id === id);
  if (!row) return null;
  const { finding, severity, advice, customers, principal, role, access } = row;
  const [first] = customers;
  return (
    <>
      <List>
        <FactLine label="Severity">
          {severityMark(severity)} {severityNames[severity]}
        </FactLine>
        {first && (
          <FactLine label={customers.length > 1 ? "Customers" : "Customer"}>
            {customers.length > 1 ? formatCount(customers.length) : <Foreign text={first.name ?? first.id} />}
          </FactLine>
        )}
        {principal && (
          <FactLine label="Principal">
            <Foreign text={principal.name ?? principal.principal.id} />
          </FactLine>
        )}
        {role && (
          <FactLine label="Role">
            {access && grantMark(access)}
            {privilegeMark(role.level)}
            <Foreign text={role.name ?? role.id} />
          </FactLine>
        )}
        <FactLine label="Rule">{finding.rule.id}</FactLine>
      </List>
      <Words of={[finding.rule.why, advice]} />
    </>
  );
}

const Known = ({ count }: { count: number | undefined }) =>
  count === undefined ? <Unknown what="It could not be read" /> : formatCount(count);

const Counts = ({ counts }: { counts: SeverityCounts }) => (
  <span className="flex flex-wrap gap-x-2.5">
    {told
      .filter((severity) => counts[severity] > 0)
      .map((severity) => (
        <span key={severity} className={`flex items-center gap-1 ${countLooks[severity]}`}>
          {severityMark(severity)}
          {formatCount(counts[severity])}
        </span>
      ))}
  </span>
);

const Words = ({ of }: { of: readonly string[] }) =>
  of.filter(Boolean).map((text) => (
    <p key={text} className="mt-2 text-sm wrap-anywhere text-ink-2 first:mt-0">
      <Foreign text={text} limit={400} />
    </p>
  ));

const List = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[80px_minmax(0,1fr)] gap-x-2 gap-y-1 text-sm [&_dd]:wrap-anywhere [&_dt]:text-ink-2">
    {children}
  </dl>
);
