import { namedApplication, registrationPath, servicePrincipalPath } from "@/lib/azure/applications";
import type { AzureError } from "@/lib/azure/errors";
import type { Part } from "@/lib/azure/graph-batch";
import type { PrincipalId } from "@/lib/domain/ids";
import { createAsker } from "../directory/ask-each";
import { counted, endOf } from "../directory/directory-pass";
import { lostTo, notRead, type TenantPass } from "./tenant-pass";

const needs = "Application.Read.All";

type Question = Readonly<{ id: PrincipalId; path: string; idIs: "objectId" | "clientId" }>;

/** Asks whether ids that are nobody's belong to an application registration: as its object id, or as its client id. */
export async function readApplications(pass: TenantPass, ids: readonly PrincipalId[]): Promise<void> {
  const { ledger, draft } = pass;
  const askEach = createAsker(pass, needs);
  const appIds = new Map<PrincipalId, string>();
  const errors = new Map<PrincipalId, AzureError>();
  const take = ({ id, idIs }: Question, part: Part) => {
    if ("error" in part) {
      if (part.error.kind !== "notFound") errors.set(id, part.error);
      return;
    }
    const { id: found, appId, name } = namedApplication(part.body);
    const isClient = idIs === "clientId";
    if (!isClient && appId) appIds.set(id, appId);
    draft.applications.set(id, {
      state: "application",
      idIs,
      name: name ?? id,
      servicePrincipal: isClient ? found : undefined,
    });
  };

  ledger.begin("applications");
  ledger.grow("applications", 0, ids.length);
  const questions = ids.flatMap((id): Question[] => [
    { id, path: registrationPath(id), idIs: "objectId" },
    { id, path: servicePrincipalPath(id), idIs: "clientId" },
  ]);
  await askEach(questions, ({ path }) => path, take);
  // Whom to name instead is worth a question; where it has no answer the finding stands without.
  await askEach(
    [...appIds],
    ([, appId]) => servicePrincipalPath(appId),
    ([id], part) => {
      const known = draft.applications.get(id);
      if (known?.state === "application" && "body" in part)
        draft.applications.set(id, { ...known, servicePrincipal: namedApplication(part.body).id });
    },
  );

  for (const id of ids) {
    if (draft.applications.has(id)) continue;
    const error = errors.get(id);
    draft.applications.set(id, error ? notRead(error) : { state: "nobody" });
  }
  const lost = ids.filter((id) => draft.applications.get(id)?.state === "unreadable").length;
  const [error] = errors.values();
  if (error && lost > 0)
    ledger.problem(
      lostTo(error, "applications", { what: `Whether ${counted(lost, "id")} belong to applications`, rows: lost }),
    );
  ledger.grow("applications", ids.length - lost, 0);
  ledger.end("applications", endOf(lost, ids.length - lost, error));
}
