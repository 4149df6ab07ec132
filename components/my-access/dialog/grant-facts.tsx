import { approverText, longestText, principalText, roleText, unseenCustomer } from "@/components/my-access/my-words";
import { FactLine } from "@/components/ui/facts";
import { Foreign } from "@/components/ui/foreign";
import { NameOrId } from "@/components/ui/name-or-id";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";

/** Where it is, what it gives, and what the offer asks for. */
export function GrantFacts({ grant }: { grant: MyGrant }) {
  const { customer, customerName, scopeName, scope, subscriptionName, subscription, through, offers, policy } = grant;
  return (
    <dl className="mb-4 grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1 border-y border-line py-2.5 [&_dd]:min-w-0 [&_dd]:break-words [&_dt]:text-ink-2">
      <FactLine label="Customer">
        {customer ? <NameOrId name={customerName} id={customer} /> : `${unseenCustomer(grant)}.`}
      </FactLine>
      <FactLine label="Scope">
        <Foreign text={scopeName} className="font-[560]" />
        {scope.kind === "resourceGroup" && (
          <span className="text-ink-2">
            {" in "}
            <Foreign text={subscriptionName ?? subscription} />
          </span>
        )}
      </FactLine>
      <FactLine label="Role">
        {privilegeMark(grant.level)}
        <Foreign text={roleText(grant)} />
        <span className="text-ink-2"> · {privilegeName(grant.level)}</span>
      </FactLine>
      {through.length > 0 && (
        <FactLine label="Through">
          <Foreign
            text={through.map(({ principal, label }) => principalText(principal, label)).join(", ")}
            limit={300}
          />
          {offers.length > 0 && (
            <span className="text-ink-2">
              {" in "}
              <Foreign text={offers.join(", ")} limit={300} />
            </span>
          )}
        </FactLine>
      )}
      {policy && (
        <>
          <FactLine label="Asks for">
            {policy.mfa ? "A second factor at sign-in" : "No second factor"}, {longestText(policy)} at the longest
            {!policy.stated && <span className="text-ink-2"> (Azure’s defaults: the offer states no policy)</span>}
          </FactLine>
          <FactLine label="Approvers">
            {policy.approvers.length > 0 ? (
              <>
                <Foreign text={approverText(policy)} limit={300} />
                {policy.approvers.length > 1 && <span className="text-ink-2">, any one of them</span>}
              </>
            ) : (
              "Nobody has to approve"
            )}
          </FactLine>
        </>
      )}
    </dl>
  );
}
