import type { CredentialFacts } from "@/lib/domain/directory";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import type { Severity } from "@/lib/domain/findings/severity";
import type { PrincipalId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { kindOf, unseen } from "@/lib/domain/findings/questions/kind-of";
import { credentialsUnread, ownersUnread } from "@/lib/domain/findings/questions/unread";

export const weakServicePrincipal: PrincipalRule = {
  id: "LH-PRN-009",
  severity: "high",
  title: "Application with a weak credential, a strange home or no owner",
  why: "A client secret is copied out of a pipeline or a mail and works from anywhere; one that lasts for years is never looked at again, and what nobody owns nobody renews or revokes.",
  how: "A service principal that reaches customers, managed identities left out: it has a client secret, or its application lives in another tenant, which is high; its credentials have expired or soon will (30 days), one of them is made for more than 180 days, any tenant may sign in to it, or nobody owns it, which is medium. The limits are the policy's.",
  fix: "Use a certificate or a federated credential of at most half a year, in an application of our own that two people own.",
  toCustomer:
    "We will have an application of our own do the work, with a certificate or a federated credential of at most half a year and two people who own it.",
  sources: [
    cited.monitorChanges,
    { title: "Prowler: checks of Entra applications", href: "https://github.com/prowler-cloud/prowler" },
    { title: "Azure Governance Visualizer", href: "https://github.com/Azure/Azure-Governance-Visualizer" },
  ],
  on: "principal",
  of: "everybody",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    if (!held.kind) return cannotJudge(held.blind);
    if (held.kind !== "servicePrincipal") return undefined;
    const facts = assessment.directory?.servicePrincipals.get(id);
    if (!facts) return cannotJudge(unseen(id, assessment));
    if (facts.type === "managedIdentity") return undefined;
    const faults = faultsOf(id, assessment);
    if (faults.length > 0) return found(faults.some(({ severity }) => severity === "high") ? "high" : "medium");
    if (facts.credentials === undefined) return cannotJudge(credentialsUnread(id));
    const ownership = assessment.tenant?.owners.get(id);
    return ownership?.state === "read" ? undefined : cannotJudge(ownersUnread(id, ownership));
  },
  facts: ({ principal }, assessment) => faultsOf(principal, assessment),
};

type Fault = Readonly<{ label: string; value: string; severity: Severity }>;

const day = 24 * 60 * 60 * 1000;
const dateOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

function faultsOf(id: PrincipalId, assessment: Assessment): Fault[] {
  const facts = assessment.directory?.servicePrincipals.get(id);
  if (!facts) return [];
  const faults: Fault[] = faultsIn(facts.credentials ?? [], assessment);
  const isStrange = facts.home !== undefined && facts.home !== assessment.inventory.managingTenant;
  if (isStrange) faults.push({ label: "appOwnerOrganizationId", value: facts.home ?? "", severity: "high" });
  else if (facts.multiTenant)
    faults.push({ label: "signInAudience", value: "accounts of any tenant", severity: "medium" });
  const ownership = assessment.tenant?.owners.get(id);
  if (ownership?.state === "read" && ownership.owners.length === 0)
    faults.push({ label: "owners", value: "none", severity: "medium" });
  return faults;
}

function faultsIn(credentials: readonly CredentialFacts[], { policy, now }: Assessment): Fault[] {
  const { credentialDays, credentialWarningDays } = policy.thresholds;
  const faults: Fault[] = [];
  const last = Math.max(...credentials.map(({ expires = Infinity }) => expires));
  if (credentials.some(({ kind }) => kind === "password"))
    faults.push({ label: "passwordCredentials", value: "a client secret", severity: "high" });
  if (credentials.length > 0 && last <= now + credentialWarningDays * day)
    faults.push({
      label: "endDateTime",
      value: last <= now ? `expired on ${dateOf(last)}` : `expires on ${dateOf(last)}`,
      severity: "medium",
    });
  for (const { kind, starts = now, expires } of credentials)
    if (expires !== undefined && expires - starts > credentialDays * day)
      faults.push({
        label: kind === "password" ? "client secret" : "certificate",
        value: `valid for ${Math.round((expires - starts) / day)} days, until ${dateOf(expires)}`,
        severity: "medium",
      });
  return faults;
}
