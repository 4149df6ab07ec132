import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingDatabaseAdmin: RoleRule = {
  id: "LH-ESC-012",
  severity: "high",
  title: "Role takes over database servers, standing",
  why: "Who may write a database server can name its administrator or set that one's password, and then reads and changes every row in it, with no right to data in Azure.",
  how: "A permanent authorization whose role allows writing servers or their administrators, or the setting that only Entra ID signs people in, of Azure SQL, Synapse, PostgreSQL, MySQL, MariaDB or MongoDB clusters.",
  fix: "Make the role eligible with approval.",
  sources: [cited.hackTricks],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "databaseAdmin"),
  mend: asJustInTime,
};
