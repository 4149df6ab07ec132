import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { knownClouds, type Cloud } from "./cloud";
import type { Policy } from "./domain/findings/policy/policy";
import { readPolicy } from "./domain/findings/policy/read-policy";
import { tenantId, type TenantId } from "./domain/ids";

/** What the server tells the browser: nothing in it is secret. */
export type Config = Readonly<{
  cloud: Cloud;
  tenantId: TenantId;
  clientId: string;
  /** By which findings are judged; undefined: our own. */
  policy: Policy | undefined;
}>;

/** Thrown with every mistake at once, one a line, each naming its variable. */
export class ConfigError extends Error {}

type Mistaken = Readonly<{ code?: string; input?: unknown; keys?: readonly string[] }>;
const inWords =
  (kind: string) =>
  ({ code, input, keys = [] }: Mistaken): string => {
    if (code === "unrecognized_keys") return `knows no ${keys.join(", ")}`;
    return input === undefined ? "is missing" : `must be ${kind}`;
  };
const text = z.string({ error: inWords("text") }).min(1, "must not be empty");
const origin = text.refine(
  (text) => URL.canParse(text) && new URL(text).origin === text,
  "must be an origin such as https://host:port",
);
const https = origin.refine((text) => text.startsWith("https://"), "must begin with https://");
const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, { error: inWords("an object") });
const service = object({ endpoint: https, scope: text, reachedAt: origin.optional() });

const cloudRecord = object({
  name: text,
  authority: object({ endpoint: https, reachedAt: origin.optional() }),
  arm: service,
  graph: service,
  portal: https,
});

/**
 * Reads the three variables that choose the cloud, the managing tenant and the app registration, and the one that may name
 * a policy for findings. `FRESNEL_CLOUD` is a known cloud's name or the path of a JSON file that describes one.
 * @throws {ConfigError}
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  const required = (name: string, what: string) => {
    const value = env[name]?.trim();
    if (!value) mistakes.push(`${name} is not set: it names ${what}.`);
    return value;
  };
  const guid = (name: string, what: string) => {
    const value = required(name, what);
    const id = value ? tenantId(value) : undefined;
    if (value && !id) mistakes.push(`${name} is not a GUID: ${JSON.stringify(value)}. It names ${what}.`);
    return id;
  };

  const cloudName = required("FRESNEL_CLOUD", `the cloud: ${Object.keys(knownClouds).join(", ")} or a JSON file`);
  const tenant = guid("FRESNEL_TENANT_ID", "the managing tenant (its directory id)");
  const clientId = guid("FRESNEL_CLIENT_ID", "the app registration (its application id)");
  const cloud = cloudName ? readCloud(cloudName, mistakes) : undefined;

  const policyFile = env["FRESNEL_POLICY"]?.trim();
  const policy = policyFile ? policyIn(policyFile, mistakes) : undefined;

  if (!cloud || !tenant || !clientId || mistakes.length > 0) throw new ConfigError(mistakes.join("\n"));
  return { cloud, tenantId: tenant, clientId, policy };
}

let current: Config | undefined;

/** This server's configuration, read once. @throws {ConfigError} */
export const serverConfig = (): Config => (current ??= readConfig(process.env));

/** Ends the process with every mistake named, unless the environment is sound. */
export function stopUnlessConfigured(): void {
  try {
    serverConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`Fresnel cannot start:\n${error.message}`);
    process.exit(1);
  }
}

/**
 * A known cloud by its name, or the one that a JSON file describes. @throws {ConfigError}
 */
export function cloudNamed(name: string): Cloud {
  const mistakes: string[] = [];
  const cloud = readCloud(name, mistakes);
  if (!cloud) throw new ConfigError(mistakes.join("\n"));
  return cloud;
}

/** undefined: there is no such file, or it cannot be read. */
function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function policyIn(name: string, mistakes: string[]): Policy | undefined {
  const path = resolve(name);
  const text = textIn(path);
  if (text === undefined) {
    mistakes.push(
      `FRESNEL_POLICY: ${path} cannot be read. It names a policy for findings, as docs/findings-policy.md describes.`,
    );
    return undefined;
  }
  const read = readPolicy(text);
  if (read.kind === "policy") return read.policy;
  for (const { path: where, line, message } of read.problems)
    mistakes.push(`FRESNEL_POLICY: ${path}:${line}: ${where ? `${where}: ` : ""}${message}`);
  return undefined;
}

function readCloud(name: string, mistakes: string[]): Cloud | undefined {
  if (Object.hasOwn(knownClouds, name)) return knownClouds[name];
  const path = resolve(name);
  const text = textIn(path);
  if (text === undefined) {
    mistakes.push(
      `FRESNEL_CLOUD is ${JSON.stringify(name)}: neither a known cloud (${Object.keys(knownClouds).join(", ")}) nor a file that can be read.`,
    );
    return undefined;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    mistakes.push(`FRESNEL_CLOUD: ${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const parsed = cloudRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const { path: where, message } of parsed.error.issues)
    mistakes.push(`FRESNEL_CLOUD: ${path}: ${where.join(".") || "(the whole)"}: ${message}`);
  return undefined;
}
