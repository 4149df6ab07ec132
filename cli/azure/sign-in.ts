import { createAzure, type Azure } from "@/lib/azure/client";
import { cloudNamed, ConfigError } from "@/lib/config";
import { knownClouds, type Cloud } from "@/lib/cloud";
import { tenantId, type TenantId } from "@/lib/domain/ids";
import type { Given } from "../program/command";
import type { Io } from "../program/io";
import { shown } from "../program/print";
import { Refused, WrongUsage } from "../program/refused";
import { credentialFor, loginIn, loginWords } from "./credential";
import type { Login } from "./options";

/** Signs in as the options and the environment say, and gets a first token, so that what fails fails here. @throws {Refused} */
export async function signIn(given: Given, { env, path }: Pick<Io, "env" | "path">): Promise<Azure> {
  const cloud = cloudGiven(given.text("cloud") ?? env["FRESNEL_CLOUD"], path);
  const wanted = tenantGiven(given, env);
  const login = (given.text("login") as Login | undefined) ?? loginIn(env);
  const credential = await credentialFor(login, cloud, wanted, env);

  const token = async (scope: string, claims?: string, abortSignal?: AbortSignal) => {
    const found = await credential.getToken(`${new URL(scope).origin}/.default`, {
      ...(claims !== undefined && { claims }),
      ...(abortSignal && { abortSignal }),
      ...(wanted && { tenantId: wanted }),
      enableCae: true,
    });
    if (!found) throw new Error("The login has no token to give.");
    return { token: found.token, expiresOn: found.expiresOnTimestamp };
  };

  const first = await token(cloud.arm.scope).catch((error: unknown) => {
    throw new Refused(`cannot sign in ${loginWords[login]}: ${firstLine(error)}`);
  });
  const { tenant, account } = claimsOf(first.token);
  const managing = wanted ?? tenant;
  if (!managing) throw new Refused("cannot tell the managing tenant from the login: give it with --tenant.");
  if (tenant && tenant !== managing)
    throw new Refused(`the login belongs to the tenant ${tenant}, and ${managing} was asked for.`);
  return createAzure({
    cloud,
    tenant: managing,
    account: account ?? login,
    token: ({ scope, claims, signal }) => token(scope, claims, signal),
  });
}

function cloudGiven(name: string | undefined, path: Io["path"]): Cloud {
  if (name === undefined) return knownClouds["AzureCloud"]!;
  try {
    return cloudNamed(Object.hasOwn(knownClouds, name) ? name : path(name));
  } catch (error) {
    if (error instanceof ConfigError) throw new Refused(error.message.replaceAll("FRESNEL_CLOUD", "the cloud"));
    throw error;
  }
}

function tenantGiven(given: Given, env: Io["env"]): TenantId | undefined {
  const text = given.text("tenant") ?? env["FRESNEL_TENANT_ID"] ?? env["AZURE_TENANT_ID"];
  if (!text) return undefined;
  const id = tenantId(text);
  if (!id) throw new WrongUsage(`the tenant is a directory id, not ${JSON.stringify(text)}.`);
  return id;
}

/** What an access token says of its holder. It is Azure's to verify: here it only tells whose estate is read. */
function claimsOf(token: string): Readonly<{ tenant: TenantId | undefined; account: string | undefined }> {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as {
      tid?: unknown;
      oid?: unknown;
    };
    return {
      tenant: typeof claims.tid === "string" ? tenantId(claims.tid) : undefined,
      account: typeof claims.oid === "string" ? claims.oid : undefined,
    };
  } catch {
    // A token need not be one that others can read; then the tenant has to be given.
    return { tenant: undefined, account: undefined };
  }
}

const firstLine = (error: unknown) =>
  shown((error instanceof Error ? error.message : String(error)).split("\n")[0]?.trim() ?? "");
