import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { principalIcon } from "@/components/principals/principal-icon";
import { nameText } from "@/components/principals/principal-words";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { GrantRow } from "@/lib/domain/access/grant-rows";
import { grantRows } from "@/lib/domain/access/grant-rows";
import { pathsTo } from "@/lib/domain/access/path";
import { namesOf } from "@/lib/domain/access/principal-state";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";

const mostPaths = 8;
const words = { standing: "standing", eligible: "eligible", assigned: "assigned" };

type Props = { index: AccessIndex; principal: PrincipalId; grant: number };

/** Every way in which one grant comes to a principal: group by group, to the offer that names the last, and its scope. */
export function AccessPaths({ index, principal, grant }: Props) {
  const { paths: ways, isCut } = pathsTo(index, principal, grant, mostPaths);
  const [row] = grantRows(index, [grant]);
  if (!row) return null;
  return (
    <>
      {ways.map(({ walk }) => (
        <ol key={walk.join()} aria-label="Path" className="flex flex-wrap items-center gap-y-2 py-1 text-sm">
          {walk.map((id, at) => (
            <Step key={id} isFirst={at === 0}>
              <PrincipalLink index={index} id={id} />
            </Step>
          ))}
          <GrantSteps index={index} row={row} />
        </ol>
      ))}
      {isCut && <p className="text-sm text-ink-3">There are more paths than {formatCounted(mostPaths, "path")}.</p>}
    </>
  );
}

export function PrincipalLink({ index, id }: { index: AccessIndex; id: PrincipalId }) {
  const { name, label } = namesOf(index, id);
  return (
    <Link href={paths.principal(id)} className="link" title={id}>
      {principalIcon(index.people.kinds[index.people.ids.find(id)])}
      <bdi>{nameText({ name: name ?? label, id })}</bdi>
    </Link>
  );
}

function GrantSteps({ index, row }: { index: AccessIndex; row: GrantRow }) {
  const scope = (
    <Link href={paths.customer(row.customer)} className="link">
      <Foreign text={row.scopeName} />
    </Link>
  );
  if (row.access === "assigned")
    return (
      <>
        <Step>role assignment in the customer&apos;s subscription</Step>
        <Step>{scope}</Step>
      </>
    );
  return (
    <>
      <Step>
        {row.delegations.map((id, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <Link href={paths.delegation(id)} className="link">
              {words[row.access]} authorization in{" "}
              <Foreign text={index.inventory.delegations.get(id)?.definition?.offer ?? "an offer that was not read"} />
            </Link>
          </span>
        ))}
      </Step>
      <Step>{scope}</Step>
    </>
  );
}

function Step({ isFirst = false, children }: { isFirst?: boolean; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-center">
      {!isFirst && <ChevronRight aria-hidden size={12} className="mx-1 shrink-0 text-ink-3" />}
      <span className="min-w-0">{children}</span>
    </li>
  );
}
