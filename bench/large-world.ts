import type { WorldFile } from "../emulator/worlds/worlds";

type Customer = NonNullable<WorldFile["customers"]>[number];

const customers = 1389;
const subscriptionsEach = 6;
const groupsEach = 11;

const words = [
  "harbour",
  "keyvault",
  "ledger",
  "orchard",
  "payroll",
  "quarry",
  "radar",
  "summit",
  "tunnel",
  "umber",
  "web",
];
const number = (value: number, digits: number) => String(value).padStart(digits, "0");

/**
 * The demo world and 100,000 delegations more: customers with six subscriptions, each delegated as a whole and in eleven
 * resource groups. The quota lets them be read in one go, since the table is what is measured.
 */
export const largeWorld = (): WorldFile => ({
  extends: "s",
  name: "large",
  inheritFaults: false,
  settings: {
    resourceGraphQuota: { queries: 1000, windowSeconds: 5 },
    exposedHeaders: ["x-ms-user-quota-remaining", "x-ms-user-quota-resets-after"],
    armPageSize: 10_000,
  },
  customers: Array.from({ length: customers }, (_, index) => customer(index)),
});

function customer(index: number): Customer {
  const name = `${index % 3 === 0 ? "contoso" : index % 3 === 1 ? "fabrikam" : "northwind"}-${number(index, 4)}`;
  return {
    name,
    domain: `${name}.example`,
    subscriptions: Array.from({ length: subscriptionsEach }, (_, at) => {
      const subscription = `sub-${at % 2 ? "qz" : "lr"}-${number(index * subscriptionsEach + at, 5)}`;
      const resourceGroups = Array.from({ length: groupsEach }, (_, group) => {
        const ordinal = (index * subscriptionsEach + at) * groupsEach + group;
        return `rg-${words[group % words.length]}-${number(ordinal, 6)}`;
      });
      return {
        name: subscription,
        resourceGroups,
        delegations: [
          { offer: "Managed Azure", daysAgo: index % 400, authorizations },
          { offer: "Managed Services", daysAgo: at * 30, scope: resourceGroups, authorizations, eligible },
        ],
      };
    }),
  };
}

const authorizations = [
  { principal: "Mira Solberg", role: "Reader" },
  { principal: "Ines Marlow", role: "Contributor" },
];
const eligible = [{ principal: "Ines Marlow", role: "Owner", mfa: true, longest: "PT4H" }];
