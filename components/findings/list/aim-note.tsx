import { X } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { customerNames } from "@/lib/domain/customer-name";
import { armId, principalId, roleId, tenantId } from "@/lib/domain/ids";
import type { Aim } from "@/lib/domain/findings/rows/aim";
import { formatForeign } from "@/lib/format";
import type { Findings } from "@/lib/queries/findings";

type Props = { of: string; aim: Aim | undefined; findings: Findings; onDrop: () => void };

const kinds = { customer: "customer", delegation: "delegation", principal: "principal", role: "role" };

/** Says whose findings the list is narrowed to, and leads out of it. */
export function AimNote({ of, aim, findings, onDrop }: Props) {
  return (
    <Banner
      actions={
        <Button size="small" icon={X} onClick={onDrop}>
          Show all findings
        </Button>
      }
    >
      {aim ? (
        <>
          Only findings of the {kinds[aim.kind]} <b dir="auto">{formatForeign(nameOf(aim, findings), 120)}</b>
          {aim.kind === "principal" && ", and of the groups that it is in"}
        </>
      ) : (
        <>
          This link asks for the findings of something unknown, so all are shown:{" "}
          <bdi className="font-mono text-sm break-all">{formatForeign(of)}</bdi>
        </>
      )}
    </Banner>
  );
}

function nameOf({ kind, id }: Aim, { assessment }: Findings): string {
  const { inventory } = assessment;
  switch (kind) {
    case "customer": {
      const tenant = tenantId(id);
      return (tenant && customerNames(inventory)(tenant).name) ?? id;
    }
    case "delegation": {
      const scope = inventory.delegations.get(armId(id)!)?.scope;
      if (!scope) return id;
      return scope.kind === "resourceGroup"
        ? scope.resourceGroup
        : (inventory.subscriptions.get(scope.subscription)?.name ?? scope.subscription);
    }
    case "principal": {
      const who = principalId(id);
      const principal = who && assessment.principal(who);
      return principal?.state === "found" ? principal.name : id;
    }
    case "role": {
      const role = roleId(id);
      return (role && assessment.role(role)?.name) ?? id;
    }
  }
}
