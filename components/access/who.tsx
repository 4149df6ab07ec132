import { ChevronRight } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { principalIn } from "@/lib/domain/access/people";
import type { PrincipalId } from "@/lib/domain/ids";
import { paths } from "@/lib/paths";
import { PrincipalName } from "./principal-name";

type Props = { index: AccessIndex; id: PrincipalId; label?: string | undefined };

/** A principal by name, with a link to all that it reaches. */
export function Who({ index, id, label }: Props) {
  return (
    <Link href={paths.principal(id)} className="link inline-block max-w-full min-w-0 align-bottom">
      <PrincipalName principal={principalIn(index, id)} label={label} />
    </Link>
  );
}

/** Person, group, group: how a grant comes to somebody. */
export function Walk({ index, walk }: { index: AccessIndex; walk: readonly PrincipalId[] }) {
  return (
    <ol className="flex min-w-0 flex-wrap items-center gap-x-1 gap-y-1.5">
      {walk.map((id, at) => (
        <li key={id} className="flex min-w-0 items-center gap-1">
          {at > 0 && <ChevronRight aria-label="is in" role="img" size={12} className="shrink-0 text-ink-3" />}
          <Who index={index} id={id} />
        </li>
      ))}
    </ol>
  );
}
