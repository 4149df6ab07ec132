import { Foreign } from "@/components/ui/foreign";
import type { KnownOperations } from "@/lib/domain/roles/effective-operations";

type Props = { text: string; known: KnownOperations; onSearch: (text: string) => void };

const most = 6;
const least = 3;

/** Azure's names that contain what is being written last; pressing one completes it. */
export function OperationSuggestions({ text, known, onSearch }: Props) {
  const last = /[^\s,;]*$/.exec(text)?.[0] ?? "";
  const found = last.length < least || last.includes("*") ? [] : containing(last.toLowerCase(), known);
  if (found.length === 0) return null;
  return (
    <ul aria-label="Suggestions" className="flex flex-wrap gap-1 pt-1.5">
      {found.map((name) => (
        <li key={name} className="max-w-full">
          <button
            type="button"
            onClick={() => onSearch(text.slice(0, text.length - last.length) + name)}
            className="max-w-full truncate rounded-sm border border-line px-1.5 py-0.5 text-left font-mono text-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <Foreign text={name} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function containing(part: string, { control, data }: KnownOperations): string[] {
  if ([control, data].some((index) => index.numberOf(part) !== undefined)) return [];
  const found: string[] = [];
  for (const { names, written } of [control, data])
    for (let number = 0; number < names.length && found.length < most; number++)
      if (names[number]?.includes(part)) found.push(written[number] ?? "");
  return found;
}
