/** An application by the id that its service principal carries; it exists in the tenant that the application lives in. */
export const applicationPath = (appId: string): string =>
  `/applications(appId='${encodeURIComponent(appId.replaceAll("'", "''"))}')`;
