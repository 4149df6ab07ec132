import { paths } from "@/lib/paths";
import type { Entry } from "@/lib/lookup/entry";

const screen = (name: string, path: string, also = ""): Entry => ({
  target: { kind: "place", path },
  name,
  detail: "",
  ids: also,
  copies: path,
});

/** The screens of the product, by their names and by what else people call them. */
export const screens: readonly Entry[] = [
  screen("Overview", paths.overview, "home start exposure lens"),
  screen("Customers", paths.customers, "my customers tenants"),
  screen("Delegations", paths.delegations, "registration assignments"),
  screen("Access matrix", paths.access, "who reaches what"),
  screen("Principals", paths.principals, "people users groups service principals"),
  screen("Role assignments", paths.assignments, "grants authorizations"),
  screen("Roles", paths.roles, "role definitions operations permissions"),
  screen("My access", paths.myAccess, "pim activate eligible"),
  screen("Compare two principals", paths.compareAny, "difference"),
];
