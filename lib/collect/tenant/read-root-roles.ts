import { AzureError } from "@/lib/azure/errors";
import { all } from "@/lib/azure/paging";
import { listRootRoles } from "@/lib/azure/root-roles";
import { asAzureError, stateOf } from "../problem";
import { lostTo, notRead, type TenantPass } from "./tenant-pass";

/** Reads who holds roles at the root of our own tenant, which few may ask. */
export async function readRootRoles({ azure, signal, ledger, draft }: TenantPass): Promise<void> {
  ledger.begin("rootRoles");
  try {
    const { items, malformed } = await all(listRootRoles(azure, signal));
    if (malformed.length > 0) throw unreadable(malformed.length);
    const roles = items.flatMap((item) => item ?? []);
    draft.rootRoles = { state: "read", roles };
    ledger.grow("rootRoles", roles.length, roles.length);
    ledger.end("rootRoles", "complete");
  } catch (thrown) {
    const error = asAzureError(thrown);
    if (error.kind === "cancelled") throw error;
    draft.rootRoles = notRead(error);
    ledger.problem(lostTo(error, "rootRoles", { what: "Who holds roles at the root of our own tenant", rows: 0 }));
    ledger.end("rootRoles", stateOf(error));
  }
}

const unreadable = (count: number) =>
  new AzureError({
    kind: "malformed",
    service: "arm",
    message: `Azure Resource Manager: ${count} of the role assignments at the root cannot be read.`,
  });
