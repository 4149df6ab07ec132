import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingDiskExport: RoleRule = {
  id: "LH-SEC-007",
  severity: "high",
  title: "Role downloads whole disks, standing",
  why: "A disk or snapshot can be exported by a signed address and read at home, password hashes of a domain controller among its files. The running machine notices nothing.",
  how: "A permanent authorization whose role allows beginGetAccess on disks, snapshots, restore points or volumes.",
  fix: "Make the role eligible with approval; the customer can disable export on its disks.",
  sources: [cited.privilegedIam, cited.hackTricks],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "diskExport"),
  mend: asJustInTime,
};
