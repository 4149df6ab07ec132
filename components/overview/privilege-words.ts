/** Of roles whose definition could not be read. */
export const notTold = "Privilege cannot be told";

/** The rings, from the focus outwards, and what a role in each lets its holder do. */
export const rings = [
  { level: 5, does: "Change all resources, or assign roles" },
  { level: 4, does: "List keys or credentials that open data" },
  { level: 3, does: "Change one kind of resource" },
  { level: 2, does: "Start, stop, back up, raise support requests" },
  { level: 1, does: "See configuration and metrics" },
] as const;

export type Ring = (typeof rings)[number];
