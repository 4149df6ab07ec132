/** Runs once when the server starts: a wrong environment stops it before the first visitor meets it. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { ConfigError, serverConfig } = await import("./lib/config");
  try {
    serverConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`Fresnel cannot start:\n${error.message}`);
    process.exit(1);
  }
}
