import type { Reach } from "@/lib/domain/access/reach";

/** Roles held day and night: one for each role and scope. */
export type StandingCount = Readonly<{ roles: number; customers: number }>;

export function standingIn({ held }: Reach): StandingCount {
  const standing = held.filter((one) => one.standing !== "no");
  return { roles: standing.length, customers: new Set(standing.map(({ customer }) => customer)).size };
}

/** Of a reach what has to be activated: of the rest, which may be thousands of lines, a number is enough. */
export const toActivate = (reach: Reach): Reach => ({
  ...reach,
  held: reach.held.filter(({ eligible }) => eligible !== "no"),
  inVain: [],
});
