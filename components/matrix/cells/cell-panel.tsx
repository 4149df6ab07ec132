"use client";

import { X } from "lucide-react";
import { Fragment, type ReactNode, type RefObject } from "react";
import { PrincipalName } from "@/components/access/principal-name";
import type { Matrix } from "@/components/matrix/use-matrix";
import type { CellId } from "@/components/matrix/use-matrix-url";
import { buttonLook, IconButton } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { cellOf } from "@/lib/domain/access/matrix-cell";
import { principalIn } from "@/lib/domain/access/people";
import { policyWords } from "@/lib/domain/authorization-rows";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { detailOf, type CellDetail, type Held } from "./cell-detail";
import { CellPeople } from "./cell-people";
import { nothingWords } from "./cell-words";

type Props = {
  matrix: Matrix;
  shown: (CellId & { cell: number; blindness: number }) | undefined;
  /** It lies over a part of the matrix. */
  isOver: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  onClose: () => void;
};

/** What one cell stands for: the same whether it is pointed at or has the focus. */
export function CellPanel({ matrix, shown, isOver, heading, onClose }: Props) {
  return (
    <aside
      aria-label="Selected cell"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      className={`beside flex w-64 shrink-0 flex-col overflow-y-auto border-l border-line-2 bg-surface px-4 pt-3 pb-4 ${
        isOver ? "absolute inset-y-0 right-0 z-panel shadow-panel" : ""
      }`}
    >
      <div className="flex items-center justify-between text-xs text-ink-2">
        Selected
        {isOver && <IconButton icon={X} label="Close" size="small" onClick={onClose} />}
      </div>
      {shown ? (
        <Shown matrix={matrix} shown={shown} heading={heading} />
      ) : (
        <>
          <h2 ref={heading} tabIndex={-1} className="text-lg font-[620] outline-none">
            No cell
          </h2>
          <p className="mt-1 text-ink-2">Point at a cell, or move to it with the arrow keys.</p>
        </>
      )}
    </aside>
  );
}

function Shown({ matrix, shown, heading }: Pick<Props, "matrix" | "heading"> & { shown: NonNullable<Props["shown"]> }) {
  const { index, levelOf, customerText, principalText } = matrix;
  const principal = principalIn(index, shown.principal);
  const detail = detailOf(index, levelOf, shown);
  const { inDoubt, standing, eligible } = cellOf(shown.cell);
  const kind = index.people.kinds[index.people.ids.find(shown.principal)];
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="text-lg leading-6 font-[620] tracking-[-0.008em] outline-none">
        <bdi>{customerText(shown.customer)}</bdi>
      </h2>
      <div className="mb-2 text-ink-2">
        <PrincipalName
          principal={principal}
          label={principal.state === "found" ? undefined : principalText(shown.principal)}
        />
      </div>
      {detail.held.length === 0 ? (
        <p className={shown.blindness ? "text-stale-text" : "text-ink-2"}>{sentence(nothingWords(shown.blindness))}.</p>
      ) : (
        <Facts detail={detail} matrix={matrix} />
      )}
      {inDoubt > Math.max(standing, eligible) && (
        <p className="mt-2 text-sm text-stale-text">Whether this is held cannot be seen.</p>
      )}
      {detail.held.length > 0 && shown.blindness > 0 && (
        <p className="mt-2 text-sm text-stale-text">
          There may be more. {sentence(nothingWords(shown.blindness).replace("cannot see: ", ""))}.
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-1.5">
        <Link href={paths.customerAccess(shown.customer)} className={buttonLook({ size: "small" })}>
          Open customer
        </Link>
        <Link href={paths.principal(shown.principal)} className={buttonLook({ size: "small" })}>
          {kind === "group" ? "Open group" : "Open principal"}
        </Link>
      </div>
      {kind === "group" && <CellPeople index={index} group={shown.principal} />}
      <p className="mt-3 border-t border-line-2 pt-2 text-sm text-ink-3">
        What customers assign to their own people cannot be seen: Lighthouse does not show it to the managing tenant.
      </p>
    </>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Facts({ detail, matrix }: { detail: CellDetail; matrix: Matrix }) {
  const { held, subscriptions, resourceGroups, resources, offers, through } = detail;
  const scopes = [
    subscriptions && formatCounted(subscriptions, "subscription"),
    resourceGroups && formatCounted(resourceGroups, "resource group"),
    resources && formatCounted(resources, "resource"),
  ].filter((part) => part !== 0);
  return (
    <dl className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      {held.map((one) => (
        <Fragment key={`${one.role.id} ${one.access}`}>
          <Pair name="Role">
            <Link href={paths.role(one.role.id)} className="font-stretch-[90%] hover:underline">
              <NameOrId name={one.role.name} id={one.role.id} idLook="text-xs break-all" />
            </Link>
            <div className="flex items-center">
              {privilegeMark(one.level)} {privilegeName(one.level)}
            </div>
            <GrantWords held={one} />
          </Pair>
        </Fragment>
      ))}
      <Pair name="Scopes">{scopes.join(", ")}</Pair>
      {offers.length > 0 && (
        <Pair name={offers.length === 1 ? "Source" : "Sources"}>
          {offers.map((offer) => (
            <Foreign key={offer} text={offer || "(without a name)"} className="block" />
          ))}
        </Pair>
      )}
      {through.length > 0 && (
        <Pair name="Through">
          {through.map((id) => (
            <Link key={id} href={paths.principal(id)} className="block truncate hover:underline">
              <bdi>{matrix.principalText(id)}</bdi>
            </Link>
          ))}
        </Pair>
      )}
    </dl>
  );
}

function GrantWords({ held: { access, policies } }: { held: Held }) {
  if (access === "eligible")
    return (
      <div>
        {grantMark("eligible")}
        Eligible
        {policies.map((policy) => (
          <span key={policyWords(policy)} className="block pl-[13px] text-sm text-ink-2">
            {policyWords(policy)}
          </span>
        ))}
      </div>
    );
  return (
    <div>
      {grantMark("standing")}
      {access === "standing" ? "Standing" : "Assigned in Azure, standing"}
    </div>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
