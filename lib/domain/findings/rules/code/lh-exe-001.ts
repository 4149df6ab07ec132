import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingCode: RoleRule = {
  id: "LH-EXE-001",
  severity: "high",
  title: "Role runs code on the customer's machines and apps, standing",
  why: "Whoever takes over one of its holders runs commands as system or root at any hour, reads what the machine can read, and borrows the identity it runs as. Ransomware needs no more.",
  how: "A permanent authorization whose role allows run command, extensions, serial console, cluster commands, container exec, publishing to web apps, or another operation that the catalogue lists as running code.",
  fix: "Make the role eligible with approval, or delegate only the operations that the work needs.",
  sources: [cited.bloodHound, cited.privilegedIam, cited.hackTricks],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "code"),
  mend: asJustInTime,
};
