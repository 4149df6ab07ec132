/**
 * Resolves when the browser has drawn what it was given and is idle, or after so many milliseconds; undefined where there
 * is nothing to draw.
 */
export const drawn = (patience: number): Promise<void> | undefined =>
  typeof requestIdleCallback === "function"
    ? new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: patience }))
    : undefined;
