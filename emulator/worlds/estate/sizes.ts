/** What a generated world is to hold; a grant is one principal holding one role on one scope through one delegation. */
export type Size = {
  name: string;
  customers: number;
  subscriptions: number;
  delegations: number;
  definitions: number;
  grants: number;
  groups: number;
  nesting: number;
  cycle: boolean;
  staff: number;
  servicePrincipals: number;
  regions: number;
  /** Customers with a team of their own. */
  dedicated: number;
};

const xl: Size = {
  name: "xl",
  customers: 5_000,
  subscriptions: 10_000,
  delegations: 20_000,
  definitions: 16_000,
  grants: 200_000,
  groups: 1_500,
  nesting: 6,
  cycle: true,
  staff: 5_000,
  servicePrincipals: 800,
  regions: 12,
  dedicated: 200,
};

export const sizes = {
  m: {
    name: "m",
    customers: 150,
    subscriptions: 600,
    delegations: 900,
    definitions: 750,
    grants: 5_000,
    groups: 60,
    nesting: 3,
    cycle: false,
    staff: 200,
    servicePrincipals: 30,
    regions: 4,
    dedicated: 10,
  },
  l: {
    name: "l",
    customers: 1_000,
    subscriptions: 5_000,
    delegations: 8_000,
    definitions: 6_500,
    grants: 60_000,
    groups: 400,
    nesting: 4,
    cycle: false,
    staff: 1_500,
    servicePrincipals: 200,
    regions: 8,
    dedicated: 60,
  },
  xl,
  /** More subscriptions than a tenant-wide Resource Graph query reaches. */
  "xl+": {
    ...xl,
    name: "xl+",
    customers: 6_250,
    subscriptions: 12_500,
    delegations: 25_000,
    definitions: 20_000,
    grants: 250_000,
  },
} satisfies Record<string, Size>;
