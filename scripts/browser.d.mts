/** The path of a Chromium that starts, or undefined where none can be had. */
export function ensureBrowser(): Promise<string | undefined>;
