import { KeyRound, Timer } from "lucide-react";
import { useMyAccess } from "@/components/access/use-my-access";
import { Countdown } from "@/components/ui/countdown";
import { foreignText } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { durationWords } from "@/lib/domain/duration";
import { byUse, usageOf } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { customersOf } from "@/lib/domain/my-access/my-grants";
import { formatCount, formatCounted, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Section, SectionLink } from "./section";
import { Waiting } from "./worst-findings";

const shown = 4;
/** PIM may have to be asked scope by scope: more than so many wait until somebody opens My access. */
const mostAsked = 60;

/** What the signed-in person has active, and what they may activate: each line opens what can be done with it. */
export function MyRoles() {
  const { grants, meError } = useMyAccess({ mostAsked });
  const told = grants && byUse(grants).filter(({ kind, state }) => kind === "eligible" || state.kind === "active");
  const usable = told?.filter(({ state }) => state.kind !== "blocked");
  return (
    <Section title="My roles" all={{ name: "My access", href: paths.myAccess }}>
      {meError ? (
        <p className="text-ink-2">Who you are could not be read, so what you hold is not known.</p>
      ) : !grants || !usable ? (
        <Waiting lines={2} words="Looking for your roles" />
      ) : (
        <>
          <p className="pb-0.5 text-ink-2">{inShort(grants)}</p>
          <ul className="divide-y divide-line">
            {usable.slice(0, shown).map((grant) => (
              <li key={grant.id}>
                <SectionLink
                  href={paths.myGrant(grant.id)}
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
                    <bdi>{foreignText(grant.scopeName)}</bdi>
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

function inShort(grants: readonly MyGrant[]): string {
  const held = grants.filter(({ kind, gives }) => kind === "standing" && gives !== "no");
  const eligible = grants.filter(({ kind, state }) => kind === "eligible" && state.kind !== "blocked");
  const count = (some: readonly MyGrant[]) =>
    `${formatCounted(some.length, "role")} at ${formatCounted(customersOf(some), "customer")}`;
  if (held.length + eligible.length === 0) return "Nothing that can be seen gives you a role.";
  return [held.length > 0 && `Standing ${count(held)}`, eligible.length > 0 && `eligible for ${count(eligible)}`]
    .filter(Boolean)
    .join(", ")
    .replace(/^e/, "E");
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
