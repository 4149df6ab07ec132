import { Foreign } from "@/components/ui/foreign";
import { OperationName } from "@/components/ui/operation-name";
import type { Permission, Role } from "@/lib/domain/role";
import { patternWords } from "@/lib/domain/roles/pattern-words";
import { formatCounted } from "@/lib/format";
import { RoleSection } from "./role-section";

const lists: readonly (readonly [keyof Permission, string])[] = [
  ["actions", "Allows"],
  ["notActions", "Less"],
  ["dataActions", "Allows on data"],
  ["notDataActions", "Less on data"],
];

/** The patterns of a role as Azure writes them, and what each means. */
export function RolePermissions({ role: { permissions } }: { role: Role }) {
  return (
    <RoleSection title="Permissions" note={formatCounted(permissions.length, "entry", "entries")}>
      {permissions.length > 1 && <p className="pb-1 text-ink-2">What one entry takes away, another may still allow.</p>}
      {permissions.map((permission, at) => (
        <Entry key={at} permission={permission} number={permissions.length > 1 ? at + 1 : undefined} />
      ))}
    </RoleSection>
  );
}

function Entry({ permission, number }: { permission: Permission; number: number | undefined }) {
  const Heading = number === undefined ? "h3" : "h4";
  return (
    <>
      {number !== undefined && <h3 className="pt-1 font-[560]">Entry {number}</h3>}
      {lists.map(([list, title]) => {
        const patterns = permission[list];
        if (patterns.length === 0) return null;
        return (
          <div key={list} className="pb-2">
            <Heading className="text-xs text-ink-2">
              {title} <code className="font-mono">{list}</code>
            </Heading>
            <ul>
              {patterns.map((pattern, at) => (
                <li
                  key={at}
                  className="grid gap-x-4 border-b border-line py-0.5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
                >
                  <OperationName text={pattern} />
                  <Foreign text={patternWords(pattern)} limit={300} className="text-ink-2" />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {lists.every(([list]) => permission[list].length === 0) && (
        <p className="text-ink-2">This entry allows nothing.</p>
      )}
    </>
  );
}
