import type { Call } from "../call";
import type { Entry, Kind } from "./directory";
import { sightOf } from "./permissions";
import { basicProfile, findProperty, propertiesOf, schemas, type Properties } from "./schema";

/** A set of objects of one kind, or the mixed set that relationships answer with. */
export type SetOf = Kind | "directoryObject";

export const schemasOf = (set: SetOf) => (set === "directoryObject" ? Object.values(schemas) : [schemas[set]]);

/** `$select` in Graph's own spelling; throws when a name is not known. */
export const selected = (set: SetOf, select: readonly string[] | undefined): readonly string[] | undefined =>
  select?.map((name) => findProperty(name, schemasOf(set), "$select"));

export const contextOf = (
  origin: string,
  set: SetOf,
  select: readonly string[] | undefined,
  single = false,
): string => {
  const name = set === "directoryObject" ? "directoryObjects" : schemas[set].set;
  const chosen = select ? `(${select.join(",")})` : "";
  return `${origin}/v1.0/$metadata#${name}${chosen}${single ? "/$entity" : ""}`;
};

/** What the caller may see of it, by Graph's names: the rest is null, as Graph answers what a permission leaves out. */
export const visible = (call: Call, entry: Entry): Properties => {
  const sight = sightOf(call, entry);
  const properties = propertiesOf(entry);
  if (sight === "all") return properties;
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      name === "id" || (sight === "basic" && basicProfile.has(name)) ? value : null,
    ]),
  );
};

/** The object as JSON: its default properties, or those of `select` that its kind has. */
export const present = (call: Call, entry: Entry, set: SetOf, select: readonly string[] | undefined): Properties => {
  const schema = schemas[entry.kind];
  const names = select
    ? schema.properties.filter((name) => select.includes(name))
    : schema.properties.filter((name) => !schema.onSelect.includes(name));
  const properties = visible(call, entry);
  return {
    ...(set === "directoryObject" && { "@odata.type": `#microsoft.graph.${schema.type}` }),
    ...Object.fromEntries(names.map((name) => [name, properties[name]])),
  };
};
