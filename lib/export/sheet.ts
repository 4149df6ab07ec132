/** What an export says about how much it knows. */
export type Freshness = Readonly<{
  /** When the last answer came, ISO 8601 in UTC; undefined while nothing has been read. */
  asOf: string | undefined;
  /** "1204 of 1207 subscriptions" and what could not be read, in words. */
  coverage: string;
  isComplete: boolean;
}>;

export type CellValue = string | number | boolean | Date | undefined;

/** A table as people see it: the shown columns and rows in their order. undefined is what could not be seen. */
export type Sheet = Readonly<{
  /** "customers": part of the file's name. */
  name: string;
  heads: readonly string[];
  rows: readonly (readonly CellValue[])[];
  freshness: Freshness;
}>;

/** fresnel-customers-20261120T140200Z.csv, with "partial" in it where something could not be read. */
export function fileName({ name, freshness }: Pick<Sheet, "name" | "freshness">, extension: string): string {
  const at = freshness.asOf?.replace(/[-:]|\.\d+/g, "") ?? "unread";
  return `fresnel-${name}-${at}${freshness.isComplete ? "" : "-partial"}.${extension}`;
}
