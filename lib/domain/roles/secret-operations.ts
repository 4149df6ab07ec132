import { appSecrets } from "./catalogue/app-secrets";
import { codeOperations } from "./catalogue/code";
import { computeSecrets } from "./catalogue/compute-secrets";
import { controlOperations } from "./catalogue/control";
import { dataPlaneOperations } from "./catalogue/data-plane";
import { dataSecrets } from "./catalogue/data-secrets";
import { operationsOf } from "./catalogue/family";
import type { CataloguedOperation } from "./catalogue/gives";
import { intelligenceSecrets } from "./catalogue/intelligence-secrets";
import { messagingSecrets } from "./catalogue/messaging-secrets";
import type { Plane } from "./effective-operations";

/**
 * Operations that give something away: a key, a token, a way to run code, a role. Chosen one by one, since names mislead
 * (`listAvailableVersions` lists no secret, `sites/config/list` does). Azure has more, and gains some each month: an
 * operation that is missing here is not known to be harmless.
 */
export const secretOperations: Readonly<Record<Plane, readonly CataloguedOperation[]>> = {
  control: [
    computeSecrets,
    dataSecrets,
    appSecrets,
    messagingSecrets,
    intelligenceSecrets,
    codeOperations,
    controlOperations,
  ].flatMap(operationsOf),
  data: operationsOf(dataPlaneOperations),
};
