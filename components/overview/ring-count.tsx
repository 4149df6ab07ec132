import { Unknown } from "@/components/ui/ago";
import { Awaited } from "@/components/ui/awaited";
import { grantMark } from "@/components/ui/grant-mark";
import { Link } from "@/components/ui/link";
import { privilegeName } from "@/components/ui/privilege-mark";
import { countAt, type Exposure, type Held } from "@/lib/domain/overview/exposure";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { notTold } from "./privilege-words";

type Props = { exposure: Exposure | undefined; kind: keyof Held; level: number; className: string };

/** How many grants there are in one ring, and the way to them. */
export function RingCount({ exposure, kind, level, className }: Props) {
  const name = privilegeName(level);
  const count = exposure && countAt(exposure.grants[kind], level);
  const words = !exposure ? "Being counted" : count === undefined ? notTold : undefined;
  return (
    <Link
      href={paths.assignmentsThat(kind === "standing" ? "Standing" : "Eligible", name)}
      aria-label={
        words ? `${kind} grants, ${name}: ${words}` : `${formatCounted(count ?? 0, `${kind} grant`)}, ${name}`
      }
      className={className}
    >
      {grantMark(kind)}
      {count !== undefined ? (
        formatCount(count)
      ) : exposure ? (
        <Unknown what={notTold} />
      ) : (
        <Awaited what="Being counted" />
      )}
    </Link>
  );
}
