import { formatShortId } from "@/lib/format";
import { classNames } from "./class-names";
import { Foreign, foreignText, foreignTitle } from "./foreign";

type Props = {
  name: string | undefined;
  id: string;
  /** Of the id alone: digits of one width need more room than a name. */
  idLook?: string;
};

/** What something is called; where nobody tells, its whole id. */
export const NameOrId = ({ name, id, idLook }: Props) =>
  name === undefined ? (
    <span className={classNames("font-mono font-[400]", idLook)}>{id}</span>
  ) : (
    <Foreign text={name} />
  );

/** The same in a row, where an id shows the ends that people compare. */
export const nameOrShortId = (name: string | undefined, id: string) =>
  name === undefined ? (
    <span className="font-mono text-sm leading-none font-[400]">{formatShortId(id)}</span>
  ) : (
    foreignText(name)
  );

/** More of what `nameOrShortId` shows. */
export const nameOrIdTitle = (name: string | undefined, id: string): string | undefined =>
  name === undefined ? id : foreignTitle(name);
