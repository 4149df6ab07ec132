import type { ByLevel, CustomerExposure, ExposureGroup, Held } from "./exposure";

/** A place around the lens: one customer, or several that are too many to be told apart. */
export type Sector = Readonly<{
  customers: readonly [CustomerExposure, ...CustomerExposure[]];
  /** What is held there; of several, on average, and never less than one where any of them has any. */
  held: Held;
}>;

export type SectorGroup = Readonly<
  Omit<ExposureGroup, "customers"> & { sectors: readonly Sector[]; customers: number }
>;

/** More sectors than these would be narrower than a dot. */
export const mostSectors = 300;

/**
 * One sector for each customer. Where there are too many, the less exposed half of each group's room shows several
 * customers in each sector: one source gives its customers much the same, so that the tails look alike anyway.
 */
export function sectorsOf(groups: readonly ExposureGroup[], most = mostSectors): readonly SectorGroup[] {
  const all = groups.reduce((sum, { customers }) => sum + customers.length, 0);
  return groups.map(({ customers, ...group }) => {
    const room = all <= most ? customers.length : Math.max(1, Math.floor((most * customers.length) / all));
    return { ...group, customers: customers.length, sectors: packed(customers, room) };
  });
}

function packed(customers: readonly CustomerExposure[], room: number): Sector[] {
  const alone = room >= customers.length ? customers.length : Math.floor(room / 2);
  const sectors: Sector[] = customers.slice(0, alone).map((one) => ({ customers: [one], held: one.held }));
  const bins = room - alone;
  const left = customers.length - alone;
  for (let bin = 0; bin < bins && left > 0; bin++) {
    const from = alone + Math.floor((bin * left) / bins);
    const [first, ...rest] = customers.slice(from, alone + Math.floor(((bin + 1) * left) / bins));
    if (first) sectors.push({ customers: [first, ...rest], held: average([first, ...rest]) });
  }
  return sectors;
}

function average(customers: readonly CustomerExposure[]): Held {
  const of = (kind: keyof Held): ByLevel =>
    [0, 1, 2, 3, 4, 5].map((level) => {
      const sum = customers.reduce((total, { held }) => total + held[kind][level]!, 0);
      return sum === 0 ? 0 : Math.max(1, Math.round(sum / customers.length));
    });
  return { standing: of("standing"), eligible: of("eligible") };
}
