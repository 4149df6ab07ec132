import { Foreign } from "@/components/ui/foreign";
import type { InShort } from "@/lib/domain/my-access/in-short";
import { formatCount } from "@/lib/format";
import { entryKey, type Entry } from "@/lib/lookup/entry";
import type { ReactNode } from "react";
import { LookupRow } from "./lookup-row";
import { familyWords } from "./target-words";
import type { Lookup } from "./use-lookup";

type Props = {
  lookup: Lookup;
  mine: (entry: Entry) => InShort | undefined;
};

export function LookupAnswers({ lookup, mine }: Props) {
  const { found, asked, isAsking, family, inside, pinned, openedLast, fragments, index, sources, waitsFor, current } =
    lookup;
  const row = (entry: Entry, place: number) => (
    <LookupRow
      // By place: what a key finds takes over the elements of what was found before it.
      key={place}
      id={optionId(entry)}
      entry={entry}
      isCurrent={entry === current}
      fragments={fragments}
      mine={mine(entry)}
      findings={sources?.findings}
      inventory={sources?.inventory}
    />
  );
  if (!isAsking)
    return (
      <>
        {pinned.length > 0 && <Group heading="Pinned">{pinned.map(row)}</Group>}
        {openedLast.length > 0 && <Group heading="Opened last">{openedLast.map(row)}</Group>}
        {pinned.length + openedLast.length === 0 && (
          <Note>
            Fragments in any order find names: <b>contoso prod</b>. Ids, resource ids and addresses of the Azure portal
            can be pasted; operations and rules can be typed.
          </Note>
        )}
      </>
    );
  if (!index) return <Note>Reading what there is to find …</Note>;
  if (found.groups.length === 0)
    return (
      <Note>
        {inside && !asked ? (
          <>
            {family ? `Among ${familyWords[family].toLowerCase()}, nothing` : "Nothing"} that was read belongs to{" "}
            <Foreign text={inside.name} limit={60} />.
          </>
        ) : (
          <>
            Nothing that was read{" "}
            {inside && (
              <>
                in <Foreign text={inside.name} limit={60} />{" "}
              </>
            )}
            is called <Foreign text={asked} limit={60} />.
          </>
        )}
        {waitsFor === "everything" && " Not everything has been read yet: it may still appear."}
        {waitsFor === "findings" && " Findings have not been judged yet: they may still appear."}
      </Note>
    );
  return (
    <>
      {found.instead && (
        <Note>
          Nothing is called <Foreign text={asked} limit={40} />. Showing <b>{found.instead}</b>.
        </Note>
      )}
      {found.groups.map(({ family, answers, more }) => (
        <Group
          key={family}
          heading={`${familyWords[family]}${more > 0 ? `  ${formatCount(answers.length)} of ${formatCount(answers.length + more)}` : ""}`}
        >
          {answers.map(row)}
        </Group>
      ))}
      {waitsFor && (
        <Note>
          {waitsFor === "everything" ? "Not everything has been read yet." : "Findings have not been judged yet."}
        </Note>
      )}
    </>
  );
}

/** Names an answer for what points at the current one. */
export const optionId = (entry: Entry): string => `answer-${encodeURIComponent(entryKey(entry))}`;

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div role="group" aria-label={heading}>
    <div aria-hidden className="px-2 pt-2 pb-1 text-xs text-ink-2">
      {heading}
    </div>
    {children}
  </div>
);

const Note = ({ children }: { children: ReactNode }) => (
  <div role="presentation" className="px-2 py-3 text-ink-2">
    {children}
  </div>
);
