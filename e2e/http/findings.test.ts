import { afterAll, beforeAll, expect, test } from "vitest";
import { credentialOf, newWorld, person } from "../../emulator/conformance/microsoft-clients";
import { collect } from "../../lib/collect/collect";
import { collectDirectory } from "../../lib/collect/directory/collect-directory";
import { collectRoleAssignments } from "../../lib/collect/role-assignments/collect-role-assignments";
import { collectTenant } from "../../lib/collect/tenant/collect-tenant";
import { readOperations } from "../../lib/azure/operations";
import { namedPrincipals } from "../../lib/domain/named-principals";
import { assess } from "../../lib/domain/findings/engine/assess";
import { prepare } from "../../lib/domain/findings/engine/assessment";
import { customersAffected } from "../../lib/domain/findings/evidence/affected";
import { subjectKey } from "../../lib/domain/findings/subject";
import { startEmulator, type Description } from "../../scripts/serve.mjs";
import { scriptAzure } from "./script-azure";

const now = "2026-11-20T09:00:00Z";
let program: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => { program = await startEmulator({ world: "s", args: ["--now", now] }); }, 60_000);
afterAll(() => program.stop());

test("print", async () => {
  const description = (await newWorld(program.description.endpoints.resourceManager.reachedAt, { extends: "s", tenantId: crypto.randomUUID() } as never)) as Description;
  const credential = await credentialOf(description, person(description, "Mira"));
  const azure = scriptAzure(description, {
    account: person(description, "Mira"),
    async token({ scope }) {
      const token = await credential.getToken(`${new URL(scope).origin}/.default`);
      return { token: token!.token, expiresOn: token!.expiresOnTimestamp };
    },
  });
  const inventory = await collect({ azure });
  const named = namedPrincipals(inventory);
  const directory = await collectDirectory({ azure, principals: named });
  const tenant = await collectTenant({ azure, directory: directory.directory, principals: named });
  console.log(JSON.stringify(tenant.coverage, null, 1));
  const assignments = await collectRoleAssignments({ azure });
  const operations = await readOperations(azure);
  const a = prepare({ inventory, directory, tenant: tenant.facts, roleAssignments: [...assignments.assignments.values()], operations: operations as never, now: Date.parse(now) });
  const { findings, unjudged } = assess(a);
  const name = (id: string) => { const p = a.principal(id as never); return p.state === "found" ? p.name : `${p.state} ${id}`; };
  const lines = findings.map((f) => {
    const s = f.subject;
    const cust = customersAffected(f, a).map((c) => inventory.tenants.get(c)?.name ?? c).join(",");
    const what = s.kind === "authorization" ? `${s.access} ${name(s.authorization.principal)} ${a.role(s.authorization.role)?.name}` : s.kind === "principal" ? name(s.principal) : s.kind === "definition" ? `${s.definition.offer} ${s.role ?? ""}` : s.kind === "grant" ? `${name(s.principal)} ${a.role(s.role)?.name}` : s.kind==="rootRole"? name(s.principal): subjectKey(s).slice(0, 60);
    return `${f.rule.id} ${f.severity} [${cust}] ${s.kind}: ${what}`;
  });
  console.log(lines.sort().join("\n"));
  console.log(unjudged.map((u) => `${u.rule?.id} ${u.because.kind} ${"what" in u.because ? u.because.what : ""} ${u.about.size}`).join("\n"));
}, 60_000);
