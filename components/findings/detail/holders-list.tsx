"use client";

import { Button } from "@/components/ui/button";
import { PanelSection } from "@/components/ui/side-panel";
import { useMore } from "@/components/ui/use-more";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Holders } from "@/lib/domain/findings/evidence/holders";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatCounted } from "@/lib/format";
import { holdersText } from "./holders-words";
import { labelIn, PrincipalLink } from "./link-to";

const atFirst = 12;

type Props = {
  row: FindingRow;
  holders: Holders;
  assessment: Assessment;
  /** Whose way the chain shows. */
  chosen: PrincipalId | undefined;
  onChoose: (person: PrincipalId) => void;
};

/** Everybody to whom it leads in the end; a press shows by which way. */
export function HoldersList({ row, holders, assessment, chosen, onChoose }: Props) {
  const [shown, showMore] = useMore(atFirst);
  const { people, hidden, isUnread, named } = holders;
  return (
    <PanelSection title="Who holds it" note={holdersText(holders)}>
      {isUnread && (
        <p className="pb-2 text-ink-2">
          The directory was not read, so nobody behind a group is known. The offer names{" "}
          {formatCounted(named.length, "principal")}.
        </p>
      )}
      {hidden.length > 0 && (
        <ul className="mb-2 bg-sev-high-wash px-3 py-2">
          {hidden.map(({ principal }) => (
            <li key={principal}>
              Members of <PrincipalLink id={principal} label={labelIn(row, principal)} assessment={assessment} /> cannot
              all be seen.
            </li>
          ))}
        </ul>
      )}
      {!isUnread && people.length === 0 && hidden.length === 0 && (
        <p className="pb-2 text-ink-2">Nobody at present: the group has no members.</p>
      )}
      <ul className="pb-2">
        {people.slice(0, shown).map(({ principal, carries }) => (
          <li key={principal} className="flex min-h-6.5 items-center gap-2">
            <span className="min-w-0 truncate">
              <PrincipalLink id={principal} label={labelIn(row, principal)} assessment={assessment} />
            </span>
            {carries === "no" && <span className="text-sm text-stale-text">gets nothing</span>}
            {carries === "cannotSee" && <span className="text-sm text-ink-2">not known whether it gets anything</span>}
            {people.length > 1 && (
              <Button
                size="small"
                variant="quiet"
                className="ml-auto"
                aria-pressed={principal === chosen}
                onClick={() => onChoose(principal)}
              >
                {principal === chosen ? "Shown above" : "Show the way"}
              </Button>
            )}
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
