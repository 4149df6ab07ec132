/** Runs once when the server starts: a wrong environment stops it before the first visitor meets it. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stopUnlessConfigured } = await import("./lib/config");
    stopUnlessConfigured();
  }
}
