import { Refusal } from "../call";

type Detail = { code: string; message: string } & Record<string, unknown>;

/** What Resource Graph refuses is one sentence for support; the reasons are in its details. */
export const badRequest = (...details: Detail[]): Refusal => new Refusal(400, "BadRequest", "", { details });

const invalidQuery: Detail = {
  code: "InvalidQuery",
  message:
    "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.",
};

/** A query that parses but means nothing, or more than the service allows. */
export const refusedQuery = (code: string, message: string, more: Record<string, unknown> = {}): Refusal =>
  badRequest(invalidQuery, { code, message, ...more });

/** An operator of Kusto that Resource Graph does not have. */
export const refusedOperator = (token: string): Refusal =>
  refusedQuery("InvalidQueryLanguage", "InvalidQueryLanguage", { line: -1, characterPositionInLine: -1, token });

export type SyntaxError = { line: number; characterPositionInLine: number; token: string; expectedToken: string };

export const parserFailure = (errors: readonly SyntaxError[]): Refusal =>
  badRequest(invalidQuery, ...errors.map((error) => ({ code: "ParserFailure", message: "ParserFailure", ...error })));

/** Something that Resource Graph has and the emulator has not: said aloud, never answered with empty rows. */
export const notImplemented = (what: string): Refusal =>
  new Refusal(501, "NotImplemented", `The emulator's Resource Graph does not implement ${what}.`, { target: what });

/** Writes a refusal as Resource Graph does; `badRequest` and throttling hide what happened behind a line for support. */
export function errorBody(refusal: Refusal, now: Date, correlationId: string): unknown {
  const { code, message, more } = refusal;
  return {
    error: {
      code,
      message:
        message ||
        `Please provide below info when asking for support: timestamp = ${now.toISOString().replace("Z", "0000Z")}, correlationId = ${correlationId}.`,
      ...(more.target === undefined ? {} : { target: more.target }),
      ...(more.details ? { details: more.details } : {}),
    },
  };
}
