/** Members that are absent or undefined leave the row as it is. */
export type Patch<T> = { [Key in keyof T]?: T[Key] | undefined };

export function stated<T extends object>(patch: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  // Only members that are undefined were taken out.
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

type WithProperties = { properties: object };

/** A row with what the patch states, and its properties likewise. */
export function patched<T extends WithProperties>(row: T, patch: { properties?: object | undefined }): T {
  return { ...row, ...stated(patch), properties: { ...row.properties, ...stated(patch.properties ?? {}) } };
}
