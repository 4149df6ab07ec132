import { fold } from "@/lib/lookup/fold";
import { formatForeign } from "@/lib/format";

const mostShown = 80;

/** A name with what was typed underlined. Where folding moved letters, it stays as it is. */
export function Marked({ name, fragments }: { name: string; fragments: readonly string[] }) {
  const shown = formatForeign(name, mostShown);
  const folded = fold(shown);
  const marks = folded.length === shown.length ? marksIn(folded, fragments) : [];
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(shown.slice(at, from));
    parts.push(
      <mark
        key={from}
        className="bg-transparent font-[620] text-inherit underline decoration-beam-line decoration-2 underline-offset-4"
      >
        {shown.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <bdi className="min-w-0 truncate">
      {parts}
      {shown.slice(at)}
    </bdi>
  );
}

/** Where fragments stand in a text, in order and without overlap. */
function marksIn(text: string, fragments: readonly string[]): (readonly [from: number, to: number])[] {
  const found = fragments
    .map((fragment) => [text.indexOf(fragment), fragment.length] as const)
    .filter(([at, length]) => at >= 0 && length > 0)
    .map(([at, length]) => [at, at + length] as const)
    .sort(([one], [other]) => one - other);
  return found.filter(([from], index) => index === 0 || from >= found[index - 1]![1]);
}
