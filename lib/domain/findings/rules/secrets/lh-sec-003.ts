import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingStorageKeys: RoleRule = {
  id: "LH-SEC-003",
  severity: "high",
  title: "Role hands out storage keys, standing",
  why: "A storage key opens every blob, file, queue and table of the account, works without a sign-in and stays valid after the person leaves. Copying everything, or encrypting it for ransom, takes one call and no further right.",
  how: "A permanent authorization whose role allows listing or resetting the keys of storage accounts, or signing addresses (SAS) to their data.",
  fix: "Use a role for storage without keys, or make this one eligible; the customer can disable shared key access on its accounts.",
  sources: [cited.hackTricks, cited.threatMatrix, cited.privilegedIam],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "storageKey" || gives === "storageSas"),
  mend: asJustInTime,
};
