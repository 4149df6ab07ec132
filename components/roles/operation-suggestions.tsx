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

function containing(part: string, { control }: KnownOperations): string[] {
  const found: string[] = [];
  const exact = control.numberOf(part) !== undefined;
  for (let number = 0; number < control.names.length && found.length < most && !exact; number++)
    if (control.names[number]?.includes(part)) found.push(control.written[number] ?? "");
  return found;
}
