import { Foreign } from "@/components/ui/foreign";
import { formatCount } from "@/lib/format";

const shown = 2;

/** The first of some operations, and how many more there are. */
export const OperationNames = ({ names }: { names: readonly string[] }) => (
  <>
    <Foreign text={names.slice(0, shown).join(", ")} limit={240} className="font-mono text-sm break-all" />
    {names.length > shown && ` and ${formatCount(names.length - shown)} more`}
  </>
);
