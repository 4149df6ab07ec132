import { Command } from "cmdk";
import { Foreign } from "@/components/ui/foreign";
import { entryKey, type Entry } from "@/lib/lookup/entry";
import type { Found } from "@/lib/lookup/find";
import { formatCount } from "@/lib/format";
import { LookupRow } from "./lookup-row";
import { kindWords } from "./target-words";

type Props = {
  found: Found;
  asked: string;
  recents: readonly Entry[];
  fragments: readonly string[];
  isReady: boolean;
  /** Not everything has been read. */
  isPartial: boolean;
  mine: (entry: Entry) => string | undefined;
  onOpen: (entry: Entry) => void;
};

export function LookupAnswers({ found, asked, recents, fragments, isReady, isPartial, mine, onOpen }: Props) {
  const row = (entry: Entry) => {
    const value = entryKey(entry);
    return (
      <LookupRow
        key={value}
        entry={entry}
        value={value}
        fragments={fragments}
        mine={mine(entry)}
        onOpen={() => onOpen(entry)}
      />
    );
  };
  if (!asked)
    return recents.length > 0 ? (
      <Command.Group heading="Opened last">{recents.map(row)}</Command.Group>
    ) : (
      <Note>
        Fragments in any order find names: <b>contoso prod</b>. Ids, resource ids and addresses of the Azure portal can
        be pasted.
      </Note>
    );
  if (!isReady) return <Note>Reading what there is to find …</Note>;
  if (found.groups.length === 0)
    return (
      <Note>
        Nothing that was read is called <Foreign text={asked} limit={60} />.
        {isPartial && " Not everything has been read yet: it may still appear."}
      </Note>
    );
  return (
    <>
      {found.instead && (
        <Note>
          Nothing is called <Foreign text={asked} limit={40} />. Showing <b>{found.instead}</b>.
        </Note>
      )}
      {found.groups.map(({ kind, answers, more }) => (
        <Command.Group
          key={kind}
          heading={`${kindWords[kind][1]}${more > 0 ? `  ${formatCount(answers.length)} of ${formatCount(answers.length + more)}` : ""}`}
        >
          {answers.map(({ entry }) => row(entry))}
        </Command.Group>
      ))}
    </>
  );
}

const Note = ({ children }: { children: React.ReactNode }) => <p className="px-2 py-3 text-ink-2">{children}</p>;
