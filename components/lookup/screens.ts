import { paths } from "@/lib/paths";
import type { Entry } from "@/lib/lookup/entry";

const screen = (name: string, path: string, also: string): Entry => ({
  target: { kind: "place", path },
  name,
  beside: [],
  also: also.split(" "),
  ids: [],
  copies: path,
});

/** The screens of the product, by their names and by what else people call them. */
export const screens: readonly Entry[] = [
  screen("Overview", paths.overview, "home start exposure lens"),
  screen("Customers", paths.customers, "my customers tenants"),
  screen("Delegations", paths.delegations, "registration assignments"),
  screen("Access matrix", paths.access, "who reaches what"),
  screen("Principals", paths.principals, "people users groups service principals"),
  screen("Leaver check: choose a person", paths.people, "offboarding leaving leaves"),
  screen("Role assignments", paths.assignments, "grants authorizations"),
  screen("Roles", paths.roles, "role definitions operations permissions"),
  screen("My access", paths.myAccess, "me mine pim activate eligible"),
  screen("Findings", paths.findings, "risks dangerous security"),
  screen("Rules", paths.rules, "policy checks"),
  screen("Compare two principals", paths.compareAny, "difference"),
];
