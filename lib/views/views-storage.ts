/** Of a view, where it is stored and in the address. */
export const longestName = 60;

/** Where a person's views of one table stand in this browser. @param owner cloud, tenant and account */
export const viewsKey = (owner: string, table: string): string => `fresnel:views:${owner}:${table}`;

/** The text that is kept; null where there is none, or where storage is blocked. */
export function storedViews(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
