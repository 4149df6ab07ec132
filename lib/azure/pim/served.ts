import type { NotServedReason, Served } from "@/lib/domain/activation";
import { AzureError } from "../errors";
import { all, pages } from "../paging";
import type { ServiceClient, ServiceRequest } from "../service-client";
import type { Parse } from "../wire";
import { inWords, refusalReason } from "./refusal";

/** A list of PIM's without what is undefined, or that it does not serve one here. @throws AzureError for what may pass, such as a lost connection */
export async function listServed<Item>(
  arm: ServiceClient,
  request: ServiceRequest,
  parse: Parse<Item | undefined>,
): Promise<Served<Item>> {
  try {
    const { items, malformed } = await all(pages(arm, request, parse));
    const listed = items.filter((item) => item !== undefined);
    return { state: "served", items: listed, unreadable: malformed.length };
  } catch (error) {
    const reason = error instanceof AzureError ? reasonOf(error) : undefined;
    if (!(error instanceof AzureError) || !reason) throw error;
    const told = reason === "refused" || reason === "unlicensed" ? inWords(error) : undefined;
    return { state: "notServed", reason, why: told?.message ?? silent, fix: told ? told.fix : inPortal };
  }
}

/** An empty list where offers make the person eligible is no answer that could be believed. */
export const unlessEmpty = <Item>(served: Served<Item>, isEligible: boolean): Served<Item> =>
  isEligible && served.state === "served" && served.items.length + served.unreadable === 0
    ? { state: "notServed", reason: "empty", why: nothing, fix: inPortal }
    : served;

const unimplemented = /NoRegisteredProviderFound|InvalidResourceType|UnsupportedScope|NotSupported|NotImplemented/i;

function reasonOf(error: AzureError): NotServedReason | undefined {
  if (error.kind === "notFound") return "missing";
  if (error.status === 501 || (error.kind === "rejected" && unimplemented.test(error.code ?? "")))
    return "unimplemented";
  const reason = refusalReason(error);
  if (reason === "unlicensed") return "unlicensed";
  return error.kind === "refused" ? "refused" : undefined;
}

const silent = "Azure's service for activations does not answer for this scope.";
const nothing = "Offers make you eligible here, and Azure's service for activations lists nothing.";
const inPortal = "Activate the role in the Azure portal: My customers, the delegation, Manage eligible roles.";
