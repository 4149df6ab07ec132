import { KeyRound, Timer } from "lucide-react";
import { useMemo } from "react";
import { useMyAccess } from "@/components/access/use-my-access";
import { Countdown } from "@/components/ui/countdown";
import { foreignText } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { durationWords } from "@/lib/domain/duration";
import { usageOf } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { customersOf } from "@/lib/domain/my-access/my-grants";
import { myLines } from "@/lib/domain/overview/my-lines";
import { formatCount, formatCounted, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Section, SectionLink } from "./section";
import { Waiting } from "./waiting";

const shown = 4;
/** PIM may have to be asked scope by scope: more than so many wait until somebody opens My access. */
const mostAsked = 60;

/** What the signed-in person has active, and what they may activate: each line opens what can be done with it. */
export function MyRoles() {
  const { grants, meError } = useMyAccess({ mostAsked });
  const lines = useMemo(() => grants && myLines(grants), [grants]);
  return (
    <Section title="My roles" all={{ name: "My access", href: paths.myAccess }}>
      {meError ? (
        <p className="text-ink-2">Who you are could not be read, so what you hold is not known.</p>
      ) : !grants || !lines ? (
        <Waiting lines={2} words="Looking for your roles" />
      ) : (
        <>
          <p className="pb-0.5 text-ink-2">{inShort(grants)}</p>
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

function inShort(grants: readonly MyGrant[]): string {
  const of = (some: readonly MyGrant[], what: string) =>
    some.length > 0 && `${formatCount(some.length)} ${what} at ${formatCounted(customersOf(some), "customer")}`;
  const held = grants.filter(({ kind, gives }) => kind === "standing" && gives !== "no");
  const eligible = grants.filter(({ kind, state }) => kind === "eligible" && state.kind !== "blocked");
  return (
    [of(held, "standing"), of(eligible, "eligible")].filter(Boolean).join(", ") ||
    "Nothing that can be seen gives you a role."
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
