import { expect, type Page } from "@playwright/test";
import { createWorld } from "../../emulator/worlds/worlds";
import { rowsOf, wholeTable } from "../table";

/** A picture of docs/screens. `also` draws it again, in the dark or on a phone. */
export type Picture = Readonly<{
  file: string;
  title: string;
  says: string;
  at: string;
  prepare?: (page: Page) => Promise<void>;
  also?: readonly ("dark" | "phone")[];
}>;

const world = createWorld({ extends: "s" }, { now: new Date() });
const idOf = <Row>(rows: Map<string, Row>, isIt: (row: Row) => boolean): string => {
  for (const [id, row] of rows) if (isIt(row)) return id;
  throw new Error("The demo has nothing of that name.");
};
const person = (name: string) => idOf(world.users, ({ displayName }) => displayName === name);
const customer = (name: string) => idOf(world.tenants, ({ displayName }) => displayName === name);
const role = (name: string) => idOf(world.roleDefinitions, ({ properties }) => properties.roleName === name);

const openFirst = async (page: Page) => {
  await rowsOf(await wholeTable(page))
    .first()
    .click();
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeVisible();
};

const search = (query: string) => async (page: Page) => {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
  await page.keyboard.type(query);
  await expect(page.getByRole("option").first()).toBeVisible();
};

/** What somebody sees who may read everything, in the order of the rail. */
export const screens: readonly Picture[] = [
  {
    file: "overview",
    title: "Overview",
    says: "The estate in one picture: each sector is a customer, each ring a degree of privilege, the beam one customer in detail. Beside it what changed, the worst findings, one's own roles, and what could not be read.",
    at: "/",
    also: ["dark", "phone"],
  },
  {
    file: "customers",
    title: "Customers",
    says: "One row for each customer tenant. The banner names what could not be read.",
    at: "/customers",
    also: ["dark", "phone"],
  },
  {
    file: "customers-view",
    title: "Columns, groups and saved views",
    says: "View chooses columns and grouping, and keeps both under a name.",
    at: "/customers?group=offer",
    prepare: async (page) => page.getByRole("button", { name: "View", exact: true }).click(),
  },
  {
    file: "customer",
    title: "One customer",
    says: "Its delegations, offers and state, with ways into the portal in the right tenant.",
    at: `/customers/${customer("Contoso")}`,
    also: ["dark", "phone"],
  },
  {
    file: "customer-access",
    title: "Who reaches a customer",
    says: "Each person, group and service principal with role, kind of grant and the group it comes through.",
    at: `/customers/${customer("Contoso")}/access`,
  },
  {
    file: "customer-findings",
    title: "Findings of a customer",
    says: "What is dangerous there, by rule, worst first.",
    at: `/customers/${customer("Adatum")}/findings`,
  },
  {
    file: "delegations",
    title: "Delegations",
    says: "All delegations of all customers.",
    at: "/delegations",
    also: ["phone"],
  },
  {
    file: "delegation",
    title: "One delegation",
    says: "Beside the list: scope, offer, plan, authorizations and the record as Azure keeps it.",
    at: "/delegations",
    prepare: openFirst,
    also: ["dark"],
  },
  {
    file: "delegation-access",
    title: "Who reaches a scope",
    says: "The answer to “who of us gets into Contoso's production, and how”.",
    at: `/access/scope?scope=/subscriptions/${idOf(world.subscriptions, ({ displayName }) => displayName === "sub-contoso-prod")}`,
  },
  {
    file: "matrix",
    title: "Access as a matrix",
    says: "Customers by principals; the mark of a cell is the highest privilege in it.",
    at: "/access",
    prepare: async (page) => {
      await page.getByRole("grid").getByRole("gridcell").first().focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowDown");
    },
    also: ["dark"],
  },
  {
    file: "principals",
    title: "Principals",
    says: "People, groups and service principals with what they reach.",
    at: "/access/principals",
  },
  {
    file: "person",
    title: "One person",
    says: "The customers somebody reaches, and through which groups.",
    at: `/access/principals/${person("Aiko Lindqvist")}`,
    also: ["dark", "phone"],
  },
  {
    file: "leaver",
    title: "Leaver check",
    says: "What still gives somebody access who has left, and what has to end.",
    at: `/access/principals/${person("Tomas Ekdahl")}/leaver`,
  },
  {
    file: "compare",
    title: "Compare",
    says: "What one of two people reaches and the other does not.",
    at: `/access/compare?one=${person("Aiko Lindqvist")}&other=${person("Joon Baek")}`,
  },
  {
    file: "role-assignments",
    title: "Role assignments",
    says: "Every grant: who, role, where, standing or eligible.",
    at: "/access/assignments",
  },
  {
    file: "roles",
    title: "Roles",
    says: "Every role in use, judged by what its operations allow.",
    at: "/access/roles",
  },
  {
    file: "role",
    title: "One role",
    says: "What a role allows, who holds it, and smaller roles that would do.",
    at: `/access/roles/${role("Contributor")}`,
  },
  {
    file: "findings",
    title: "Findings",
    says: "What is dangerous, the worst first.",
    at: "/findings",
    also: ["dark", "phone"],
  },
  {
    file: "finding",
    title: "One finding",
    says: "The evidence, why it matters, and how to fix it.",
    at: "/findings",
    prepare: async (page) => {
      await (await wholeTable(page)).locator("[role=row][aria-expanded=false]").first().click();
      await openFirst(page);
    },
    also: ["dark", "phone"],
  },
  {
    file: "rules",
    title: "Rules",
    says: "What is looked for, and how often it was found.",
    at: "/findings/rules",
  },
  {
    file: "rule",
    title: "One rule",
    says: "What the rule asks, why, and where its claim comes from.",
    at: "/findings/rules",
    prepare: async (page) => {
      await rowsOf(await wholeTable(page, "rules"))
        .first()
        .getByRole("link")
        .first()
        .click();
      await page.waitForURL(/\/findings\/rules\/.+/);
    },
  },
  {
    file: "freshness",
    title: "Freshness",
    says: "What was asked, what answered and what did not, with the permission that is missing.",
    at: "/customers",
    prepare: async (page) =>
      page
        .getByRole("banner")
        .getByRole("button", { name: /^as of/ })
        .click(),
  },
  {
    file: "keyboard",
    title: "Keys",
    says: "`?` shows every key.",
    at: "/customers",
    prepare: async (page) => page.keyboard.press("?"),
  },
];

/** What the person on call sees, who holds little and may activate more. */
export const onCall: readonly Picture[] = [
  {
    file: "search",
    title: "Search",
    says: "Ctrl K finds anything from fragments in any order, with the answer in the row: what one holds there, and whether one gets more now.",
    at: "/customers",
    prepare: search("contoso prod"),
    also: ["dark", "phone"],
  },
  {
    file: "my-access",
    title: "My access",
    says: "One's own roles, the most useful first.",
    at: "/access/mine",
    also: ["phone"],
  },
  {
    file: "activate",
    title: "Activating a role",
    says: "For how long, why, and what confirming will do.",
    at: "/access/mine?q=fabrikam-sandbox&grant=Eligible",
    prepare: async (page) => {
      await rowsOf(await wholeTable(page))
        .first()
        .click();
      await expect(page.getByRole("dialog").getByRole("radio").first()).toBeVisible();
    },
  },
];

/** What a page shows that has no answer yet, or none at all. */
export const states = {
  signIn: { file: "sign-in", title: "Sign-in", says: "Says which tenant, and which permissions it asks for." },
  reading: { file: "reading", title: "Reading", says: "Rows appear as they come; nothing else moves." },
  throttled: {
    file: "throttled",
    title: "Throttled",
    says: "Azure's limit is named, counted down and waited for; nothing is lost.",
  },
  secondVisit: {
    file: "second-visit",
    title: "A second visit",
    says: "What was read last is shown at once with its age, and read anew behind it.",
  },
  offline: {
    file: "offline",
    title: "Offline",
    says: "What was read stays usable, plainly marked.",
  },
  expired: {
    file: "expired",
    title: "Expired sign-in",
    says: "Asked for once; filters, selection and what was read are kept.",
  },
  nothing: {
    file: "filtered-to-nothing",
    title: "Filtered to nothing",
    says: "Says what was looked for, and how to get back.",
  },
  noAccess: {
    file: "no-access",
    title: "No access",
    says: "Somebody to whom nothing is delegated learns why, and whom to ask.",
  },
  unknown: {
    file: "not-among-them",
    title: "Not among what could be read",
    says: "“Cannot see” never reads as “does not exist”.",
  },
} as const;
