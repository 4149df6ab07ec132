import { formatForeign } from "@/lib/format";

type Props = { text: string; limit?: number; className?: string };

/**
 * Text that somebody else chose: it cannot turn the words around it, hides nothing, and is cut when it is endless. The title
 * holds more of it.
 */
export function Foreign({ text, limit = 120, className }: Props) {
  const shown = formatForeign(text, limit);
  return (
    <bdi className={className} title={shown === text && text.length < 24 ? undefined : formatForeign(text, 2000)}>
      {shown}
    </bdi>
  );
}
