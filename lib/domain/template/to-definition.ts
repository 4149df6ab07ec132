import type { Authorization, Definition, EligibleAuthorization, Plan } from "../definition";
import { principalId, roleId, tenantId, type ArmId, type PrincipalId, type RoleId, type TenantId } from "../ids";
import type { FoundResource, Note } from "./resources";
import { jsonPath } from "../json/node";
import { memberOf, textOf, type Place, type Value } from "./language/value";
import { shownText, whyNot } from "./language/words";

/** A registration definition of a template, and where each part of it was written. */
export type TemplateDefinition = Readonly<{
  definition: Definition;
  place: Place;
  /** Of its lines, and of what is there of a part of one: "justInTimeAccessPolicy.managedByTenantApprovers[0]". */
  placeOf: (line: Authorization | EligibleAuthorization, part?: string) => Place;
  /** Of the definition's own properties, such as "description". */
  placeOfPart: (part: string) => Place;
  /** The parts of a line that are not known: what is said of them is not to be believed. */
  openPartsOf: (line: Authorization | EligibleAuthorization) => readonly string[];
  /** Not every line is known, so nothing can be said about what is missing. */
  isPartial: boolean;
  notes: readonly Note[];
}>;

export const nobody = "00000000-0000-0000-0000-000000000000";

const standInMark = "unknown ";

/** Whether an id only stands for one that is not known. */
export const isStandIn = (id: string): boolean => id.startsWith(standInMark);

/** Every value that is not known stands for somebody or something that nothing is known of. */
export function toDefinition(found: FoundResource, number: number): TemplateDefinition {
  const { resource, properties, plan } = found;
  const notes: Note[] = [];
  const places = new Map<object, Value>();
  let isPartial = properties?.kind === "unknown";
  let unknowns = 0;

  const openParts = new Map<object, string[]>();
  /** Notes the parts of a line of which nothing is known, and gives them. */
  function open(parts: Readonly<Record<string, Value | undefined>>): string[] {
    return Object.entries(parts).flatMap(([part, value]) => {
      if (value?.kind !== "unknown") return [];
      note(value, `the ${part} of a line`, whyNot(value));
      return [part];
    });
  }

  const note = (value: Pick<Value, "place">, what: string, why: string, isName = false) =>
    void notes.push({ placed: { place: value.place }, what, why, ...(isName && { isName }) });
  const refuse = (value: Value, what: string, wanted: string) => {
    const why = `${value.kind === "string" ? JSON.stringify(shownText(value)) : `the ${value.kind}`} is not ${wanted}`;
    notes.push({ placed: { place: value.place }, what, why, isWrong: true });
  };
  // No id that Azure could give, and the same for what is written alike: two lines of parameters('group') name one group.
  const standIn = <Id>(value: Value | undefined): Id => {
    const written = value?.kind === "unknown" ? `[${value.expression}]` : textOf(value);
    return `${standInMark}${written?.toLowerCase() ?? `${number}.${++unknowns}`}` as Id;
  };
  function idIn<Id extends string>(line: Value, part: string, parse: (text: string) => Id | undefined): Id {
    const value = memberOf(line, part);
    const id = parse(textOf(value) ?? "");
    if (id !== undefined) return id;
    note(value ?? line, `the ${part} of a line`, whyNot(value), part === "principalId");
    if (part === "roleDefinitionId") isPartial = true;
    return standIn<Id>(value);
  }

  function linesIn<Line extends object>(
    part: string,
    toLine: (value: Value) => Readonly<{ line: Line; open: string[] }>,
  ): Line[] {
    const value = memberOf(properties, part);
    if (!value || value.kind === "null") return [];
    if (value.kind !== "array") {
      isPartial = true;
      note(value, `the list ${part}`, whyNot(value));
      return [];
    }
    return value.items.flatMap((item): Line[] => {
      if (item.kind !== "object") {
        isPartial = true;
        note(item, `a line of ${part}`, whyNot(item));
        return [];
      }
      const { line, open: unseen } = toLine(item);
      places.set(line, item);
      if (unseen.length > 0) openParts.set(line, unseen);
      return [line];
    });
  }

  const holderIn = (line: Value) => ({
    principal: idIn<PrincipalId>(line, "principalId", principalId),
    label: shownText(memberOf(line, "principalIdDisplayName")) || undefined,
  });

  const authorizations = linesIn<Authorization>("authorizations", (item) => {
    const delegated = memberOf(item, "delegatedRoleDefinitionIds");
    const roles = delegated?.kind === "array" ? delegated.items.map(toDelegated) : [];
    const line = {
      ...holderIn(item),
      role: idIn<RoleId>(item, "roleDefinitionId", roleId),
      delegatedRoles: roles,
    };
    const unseen = roles.flatMap((id, at) => (isStandIn(id) ? `delegatedRoleDefinitionIds[${at}]` : []));
    return { line, open: [...open({ delegatedRoleDefinitionIds: delegated }), ...unseen] };
  });

  function toDelegated(value: Value): RoleId {
    const id = roleId(textOf(value) ?? "");
    if (!id) note(value, "a role in delegatedRoleDefinitionIds", whyNot(value));
    return id ?? standIn<RoleId>(value);
  }

  const eligibleAuthorizations = linesIn<EligibleAuthorization>("eligibleAuthorizations", (item) => {
    const policy = memberOf(item, "justInTimeAccessPolicy");
    const parts = {
      multiFactorAuthProvider: memberOf(policy, "multiFactorAuthProvider"),
      maximumActivationDuration: memberOf(policy, "maximumActivationDuration"),
      managedByTenantApprovers: memberOf(policy, "managedByTenantApprovers"),
    };
    const approvers = parts.managedByTenantApprovers;
    const line = {
      ...holderIn(item),
      role: idIn<RoleId>(item, "roleDefinitionId", roleId),
      policy: {
        stated: policy !== undefined && policy.kind !== "null",
        mfa: textOf(parts.multiFactorAuthProvider)?.toLowerCase() === "azure",
        longest: textOf(parts.maximumActivationDuration) ?? "PT8H",
        ...(isAbsent(parts.maximumActivationDuration) && { defaultLength: true as const }),
        approvers: approvers?.kind === "array" ? approvers.items.map(toApprover) : [],
      },
    };
    return { line, open: open({ justInTimeAccessPolicy: policy, ...parts }) };
  });

  function toApprover(item: Value) {
    const id = memberOf(item, "principalId");
    return {
      principal: principalId(textOf(id) ?? "") ?? standIn<PrincipalId>(id),
      label: shownText(memberOf(item, "principalIdDisplayName")) || undefined,
    };
  }

  const tenant = memberOf(properties, "managedByTenantId");
  const managingTenant = tenantId(textOf(tenant) ?? "");
  if (!managingTenant && isWritten(tenant)) refuse(tenant, "the managedByTenantId", "a tenant's id (GUID)");
  else if (!managingTenant) note(tenant ?? resource, "the managedByTenantId", whyNot(tenant), true);
  const offer = memberOf(properties, "registrationDefinitionName");
  const description = memberOf(properties, "description");

  const definition: Definition = {
    id: `/template/${jsonPath(resource.place.path)}/${number}` as ArmId,
    name: textOf(found.name) ?? "",
    subscription: nobody as Definition["subscription"],
    offer: shownText(offer),
    description: shownText(description) || undefined,
    managingTenant: managingTenant ?? standIn<TenantId>(tenant),
    managingTenantName: undefined,
    customer: undefined,
    customerName: undefined,
    plan: toPlan(plan),
    state: "Succeeded",
    authorizations,
    eligibleAuthorizations,
    history: { createdAt: undefined, createdBy: undefined, changedAt: undefined, changedBy: undefined },
    raw: undefined,
  };
  return {
    definition,
    place: resource.place,
    placeOf: (line, part = "") => {
      let value = places.get(line);
      for (const step of part.split(/[.[\]]+/)) value = stepInto(value, step) ?? value;
      return value?.place ?? resource.place;
    },
    placeOfPart: (part) => (memberOf(properties, part) ?? properties)?.place ?? resource.place,
    openPartsOf: (line) => openParts.get(line) ?? [],
    isPartial,
    notes,
  };
}

const isAbsent = (value: Value | undefined) => value === undefined || value.kind === "null";

/** No deployment makes anything else of it. */
const isWritten = (value: Value | undefined): value is Value =>
  value !== undefined && value.kind !== "unknown" && !(value.kind === "string" && value.isOpen);

const stepInto = (value: Value | undefined, step: string) =>
  value?.kind === "array" ? value.items[Number(step)] : memberOf(value, step);

function toPlan(value: Value | undefined): Plan | undefined {
  if (value?.kind !== "object") return undefined;
  const part = (name: string) => shownText(memberOf(value, name));
  return { publisher: part("publisher"), product: part("product"), name: part("name"), version: part("version") };
}
