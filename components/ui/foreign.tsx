import { formatForeign } from "@/lib/format";

type Props = { text: string; limit?: number; className?: string };

/**
 * Text that somebody else chose: it cannot turn the words around it, hides nothing, and is cut when it is endless. The title
 * holds more of it.
 */
export const Foreign = (props: Props) => foreign(props);

/** The same without a component, for rows of a table: they draw dozens in every frame that scrolls. */
export const foreign = ({ text, limit = 120, className }: Props) => (
  <bdi className={className} title={foreignTitle(text)}>
    {formatForeign(text, limit)}
  </bdi>
);

/** The same as plain text, for an element that holds nothing else. */
export const foreignText = (text: string): string => formatForeign(text, 120);

/** More of a text that may be cut where it stands. */
export const foreignTitle = (text: string): string | undefined =>
  text.length < 24 && formatForeign(text) === text ? undefined : formatForeign(text, 2000);
