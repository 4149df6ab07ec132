import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import type { Gives } from "@/lib/domain/roles/catalogue/gives";
import { cited } from "../cited";
import { givenOf } from "../given";

const app: ReadonlySet<Gives> = new Set(["appSettings", "publishProfile", "functionKey"]);
const isWeb = (operation: string) => operation.startsWith("Microsoft.Web/");

export const standingAppSecrets: RoleRule = {
  id: "LH-SEC-004",
  severity: "high",
  title: "Role reads app settings, publishing profiles or function keys, standing",
  why: "App settings are where web apps keep their connection strings and passwords, and a publishing profile puts code on the app. Neither operation has the word key or secret in its name, so role reviews miss them.",
  how: "A permanent authorization whose role allows config/list, publishXml, or listing the keys of functions and their host on Microsoft.Web/sites or its slots.",
  fix: "Use Reader with a specific role for what is done on the apps, or make this role eligible; the customer can keep secrets in a key vault.",
  sources: [cited.hackTricks, cited.privilegedIam],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => app.has(gives)).filter(({ operation }) => isWeb(operation)),
  mend: asJustInTime,
};
