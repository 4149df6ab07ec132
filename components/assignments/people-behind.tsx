"use client";

import { hiddenWords } from "@/components/access/hidden-words";
import { Walk, Who } from "@/components/access/who";
import { Button } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import { PanelSection } from "@/components/ui/side-panel";
import { useMore } from "@/components/ui/use-more";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { behind, type Behind } from "@/lib/domain/access/behind";
import type { Grant } from "@/lib/domain/access/grant";
import { pathsTo } from "@/lib/domain/access/path";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatCounted } from "@/lib/format";

const atFirst = 20;

/** Everybody to whom a group's grant comes, and by which way. */
export function PeopleBehind({ index, grant }: { index: AccessIndex; grant: Grant }) {
  const [shown, showMore] = useMore(atFirst);
  const { members, hidden } = behind(index, grant.principal);
  const people = members.filter(({ kind }) => kind !== "group");
  const groups = members.length - people.length;
  return (
    <PanelSection
      title="Who is behind it"
      note={[formatCounted(people.length, "member"), groups > 0 && formatCounted(groups, "nested group")]
        .filter(Boolean)
        .join(", ")}
    >
      <Hidden index={index} hidden={hidden} />
      {people.length === 0 && hidden.length === 0 && <p className="pb-2 text-ink-2">The group has no members.</p>}
      <ul className="grid gap-1.5 pb-2">
        {people.slice(0, shown).map((member) => (
          <li key={member.principal} className="flex min-w-0 flex-wrap items-center gap-x-2">
            <WayTo index={index} principal={member.principal} grant={grant} />
            <Worth member={member} grant={grant} />
          </li>
        ))}
      </ul>
      {people.length > shown && (
        <Button size="small" className="mb-2" onClick={showMore}>
          Show more of {formatCount(people.length)}
        </Button>
      )}
    </PanelSection>
  );
}

function WayTo({ index, principal, grant }: { index: AccessIndex; principal: PrincipalId; grant: Grant }) {
  const [path] = pathsTo(index, principal, grant.number, 1).paths;
  // Every way ends in the group that is shown above.
  return path ? <Walk index={index} walk={path.walk.slice(0, -1)} /> : <Who index={index} id={principal} />;
}

function Worth({ member: { kind, carries }, grant }: { member: Behind; grant: Grant }) {
  const cannotActivate = grant.kind === "eligible" && kind === "servicePrincipal";
  if (carries === "no" || cannotActivate)
    return (
      <span className="text-sm text-stale-text">
        gets nothing{cannotActivate && ": a service principal cannot activate"}
      </span>
    );
  if (carries === "yes") return null;
  return <span className="text-sm text-ink-2">whether it gets anything is not known</span>;
}

/** Groups that may lead on to people whom we cannot see. */
export function Hidden({ index, hidden }: { index: AccessIndex; hidden: ReturnType<typeof behind>["hidden"] }) {
  if (hidden.length === 0) return null;
  return (
    <ul className="mb-2 grid gap-1.5 bg-sev-high-wash px-3 py-2">
      {hidden.map((one) => (
        <li key={one.principal}>
          <Who index={index} id={one.principal} />{" "}
          <Foreign text={hiddenWords(one)} limit={400} className="text-ink-2" />
        </li>
      ))}
    </ul>
  );
}
