import { KeyRound, Timer } from "lucide-react";
import { useMemo } from "react";
import { Countdown } from "@/components/ui/countdown";
import { foreignText } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { durationWords } from "@/lib/domain/duration";
import { usageOf } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { customersOf } from "@/lib/domain/my-access/my-grants";
import { myLines } from "@/lib/domain/overview/my-lines";
import type { StandingCount } from "@/lib/domain/overview/my-reach";
import { formatCount, formatCounted, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Section, SectionLink } from "./section";
import { useMyRoles } from "./use-my-roles";
import { Waiting } from "./waiting";

const shown = 4;

/** What the signed-in person has active, and what they may activate: each line opens what can be done with it. */
export function MyRoles() {
  const { standing, grants, error } = useMyRoles();
  const lines = useMemo(() => grants && myLines(grants), [grants]);
  return (
    <Section title="My roles" all={{ name: "My access", href: paths.myAccess }}>
      {error ? (
        <p className="text-ink-2">Who you are could not be read, so what you hold is not known.</p>
      ) : !standing || !grants || !lines ? (
        <Waiting lines={shown} words="Looking for your roles" />
      ) : (
        <>
          <p className="pb-0.5 text-ink-2">{inShort(standing, grants)}</p>
          <ul className="divide-y divide-line">
            {lines.slice(0, shown).map(({ first: grant, grants: alike }) => (
              <li key={grant.id}>
                <SectionLink
                  href={hrefOf(grant, alike.length)}
                  mark={
                    grant.state.kind === "active" ? (
                      <Timer aria-hidden size={14} className="text-ok-text" />
                    ) : (
                      <KeyRound aria-hidden size={14} />
                    )
                  }
                  end={<Terms grant={grant} />}
                >
                  <span className="flex min-w-0 items-baseline">
                    {privilegeMark(grant.level)}
                    <bdi className="truncate font-[550]">{foreignText(grant.role.name ?? grant.role.id)}</bdi>
                  </span>
                  <span className="block truncate text-sm text-ink-2">
                    <bdi>
                      {foreignText(grant.customerName ?? (grant.customer ? formatShortId(grant.customer) : "?"))}
                    </bdi>
                    {" · "}
                    {alike.length > 1 ? (
                      formatCounted(alike.length, "scope")
                    ) : (
                      <bdi>{foreignText(grant.scopeName)}</bdi>
                    )}
                  </span>
                </SectionLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** One opens at once; several are listed, by what they have in common. */
const hrefOf = (grant: MyGrant, scopes: number): string =>
  scopes === 1 || grant.customer === undefined
    ? paths.myGrant(grant.id)
    : paths.myGrantsOf(grant.customerName ?? grant.customer, grant.role.name ?? grant.role.id);

function inShort(standing: StandingCount, grants: readonly MyGrant[]): string {
  const of = (roles: number, what: string, customers: number) =>
    roles > 0 && `${formatCount(roles)} ${what}${customers > 0 ? ` at ${formatCounted(customers, "customer")}` : ""}`;
  const eligible = grants.filter(({ kind, state }) => kind === "eligible" && state.kind !== "blocked");
  return (
    [of(standing.roles, "standing", standing.customers), of(eligible.length, "eligible", customersOf(eligible))]
      .filter(Boolean)
      .join(", ") || "Nothing that can be seen gives you a role."
  );
}

/** How long it still runs, or what activating it takes. */
function Terms({ grant }: { grant: MyGrant }) {
  const { state, policy } = grant;
  if (state.kind === "active")
    return state.activation.until === undefined ? "Active" : <Countdown until={state.activation.until} />;
  if (state.kind === "asked") return "Requested";
  const longest = policy?.longest.at(-1);
  return [
    longest && durationWords(longest),
    policy && policy.approvers.length > 0 && `${formatCount(policy.approvers.length)} to approve`,
    !policy && usageOf(grant),
  ]
    .filter(Boolean)
    .join(", ");
}
