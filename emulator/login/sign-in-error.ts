import { randomUUID } from "node:crypto";

/** A refusal of the sign-in service: the OAuth error code, the number of Entra's own code and its sentence. */
export class SignInError extends Error {
  constructor(
    readonly error: string,
    readonly number: number,
    message: string,
    readonly more: { status?: number; suberror?: string; claims?: string } = {},
  ) {
    super(message);
  }
}

export type WrittenError = {
  error: string;
  error_description: string;
  error_codes: number[];
  timestamp: string;
  trace_id: string;
  correlation_id: string;
  error_uri: string;
  suberror?: string;
  claims?: string;
};

/** The error as Entra writes it into bodies, redirects and pages. */
export function writeError(refusal: SignInError, now: Date, correlationId: string | null): WrittenError {
  const { error, number, message, more } = refusal;
  const timestamp = now
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z/, "Z");
  const trace = randomUUID();
  const correlation = correlationId || randomUUID();
  return {
    error,
    error_description: `AADSTS${number}: ${message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.fresnel.localhost/error?code=${number}`,
    ...(more.suberror && { suberror: more.suberror }),
    ...(more.claims && { claims: more.claims }),
  };
}
