import { parseArgs } from "node:util";

export type Flags = { port: number; world: string; now: Date };

export const usage = `npm run emulator -- [--port <n>] [--world s|m|l|xl|xl+|<file>] [--now <ISO date>]`;

/** Reads the command line. Throws an error whose sentence is meant for the person who typed it. */
export function readFlags(args: string[]): Flags {
  const { values } = parseArgs({
    args,
    options: { port: { type: "string" }, world: { type: "string" }, now: { type: "string" } },
  });
  return { port: readPort(values.port), world: values.world ?? "s", now: readDate(values.now) };
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port must be a number from 0 to 65535, not '${text}'.`);
}

function readDate(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const date = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new Error(`--now must be a date like 2026-11-20T09:00:00Z, not '${text}'.`);
}
