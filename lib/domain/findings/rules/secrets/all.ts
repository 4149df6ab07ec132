import type { Rule } from "@/lib/domain/findings/rule";
import { standingSecrets } from "./lh-sec-001";
import { looselyEligibleSecrets } from "./lh-sec-002";
import { standingStorageKeys } from "./lh-sec-003";
import { standingAppSecrets } from "./lh-sec-004";
import { standingClusterAdmin } from "./lh-sec-005";
import { standingCallbackUrls } from "./lh-sec-006";
import { standingDiskExport } from "./lh-sec-007";
import { readableSecrets } from "./lh-sec-008";
import { unclassifiedSecrets } from "./lh-sec-009";

/** In the order of their ids. */
export const secretRules: readonly Rule[] = [
  standingSecrets,
  looselyEligibleSecrets,
  standingStorageKeys,
  standingAppSecrets,
  standingClusterAdmin,
  standingCallbackUrls,
  standingDiskExport,
  readableSecrets,
  unclassifiedSecrets,
];
