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
  /** Of its lines, and of what is there of a part of one: "justInTimeAccessPolicy.multiFactorAuthProvider". */
  placeOf: (line: Authorization | EligibleAuthorization, part?: string) => Place;
  /** Of the definition's own properties, such as "description". */
  placeOfPart: (part: string) => Place;
  /** The parts of a line that only deployment tells: what is said of them is not to be believed. */
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
    const line = {
      ...holderIn(item),
      role: idIn<RoleId>(item, "roleDefinitionId", roleId),
      delegatedRoles:
        delegated?.kind === "array"
          ? delegated.items.map((one) => roleId(textOf(one) ?? "") ?? standIn<RoleId>(one))
          : [],
    };
    return { line, open: open({ delegatedRoleDefinitionIds: delegated }) };
  });

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
  if (!managingTenant) note(tenant ?? resource, "the managedByTenantId", whyNot(tenant), true);
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
      for (const name of part.split(".")) value = memberOf(value, name) ?? value;
      return value?.place ?? resource.place;
    },
    placeOfPart: (part) => (memberOf(properties, part) ?? properties)?.place ?? resource.place,
    openPartsOf: (line) => openParts.get(line) ?? [],
    isPartial,
    notes,
  };
}

function toPlan(value: Value | undefined): Plan | undefined {
  if (value?.kind !== "object") return undefined;
  const part = (name: string) => shownText(memberOf(value, name));
  return { publisher: part("publisher"), product: part("product"), name: part("name"), version: part("version") };
}
