export const root: string;
/** Resolves with false if the build failed. */
export function ensureBuilt(): Promise<boolean>;
