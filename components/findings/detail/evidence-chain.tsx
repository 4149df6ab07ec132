import {
  AppWindow,
  Asterisk,
  Box,
  CircleDot,
  FileCode2,
  KeyRound,
  Layers,
  User,
  Users,
  type LucideIcon,
} from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Link } from "@/lib/domain/findings/evidence/evidence";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { LinkTo, noteOf } from "./link-to";

type Props = { chain: readonly Link[]; row: FindingRow; assessment: Assessment };

type Look = Readonly<{ name: string; icon: LucideIcon }>;

const looks: Readonly<Record<Exclude<Link["kind"], "principal">, Look>> = {
  definition: { name: "Offer", icon: FileCode2 },
  role: { name: "Role", icon: KeyRound },
  pattern: { name: "Pattern", icon: Asterisk },
  operation: { name: "Action", icon: CircleDot },
  scope: { name: "Scope", icon: Layers },
};

/** From a person, over groups, role and pattern, to the operation that makes it a finding, and a scope. */
export function EvidenceChain({ chain, row, assessment }: Props) {
  const hot = chain.findIndex(({ kind }) => kind === "operation");
  return (
    <ol className="pb-2">
      {chain.map((link, at) => {
        const { name, icon: Icon } = lookOf(link, assessment);
        const isHot = at === hot;
        return (
          <li
            key={at}
            className={classNames(
              "relative grid min-h-7.5 grid-cols-[20px_76px_minmax(0,1fr)_fit-content(45%)] items-center gap-x-2 py-1 max-sm:grid-cols-[20px_minmax(0,1fr)]",
              "before:absolute before:top-0 before:bottom-0 before:left-[9.25px] before:w-[1.5px] first:before:top-1/2 last:before:bottom-1/2 max-sm:first:before:top-3.5 max-sm:last:before:bottom-auto max-sm:last:before:h-3.5",
              hot >= 0 && at >= hot ? "before:bg-beam-line" : "before:bg-line-2",
            )}
          >
            <span className="z-1 grid h-4.5 w-5 place-items-center bg-surface text-ink-2">
              {isHot ? (
                <span
                  aria-hidden
                  className="size-[7px] rounded-full bg-beam ring-[1.5px] ring-beam-line ring-offset-[3px] ring-offset-beam-wash"
                />
              ) : (
                <Icon aria-hidden size={14} />
              )}
            </span>
            <span className="text-sm text-ink-3 max-sm:col-start-2">{name}</span>
            <span className={classNames("min-w-0 max-sm:col-start-2", isHot && "col-span-2 max-sm:col-span-1")}>
              <LinkTo link={link} row={row} assessment={assessment} />
            </span>
            <span
              className={classNames(
                "text-sm text-ink-3",
                isHot ? "col-start-3" : "sm:text-right",
                "max-sm:col-start-2",
              )}
            >
              {noteOf(link, row, assessment)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function lookOf(link: Link, assessment: Assessment): Look {
  if (link.kind === "scope" && link.scope.kind !== "subscription") return { name: "Scope", icon: Box };
  if (link.kind !== "principal") return looks[link.kind];
  const principal = assessment.principal(link.principal);
  const kind = principal.state === "deleted" ? undefined : principal.kind;
  if (kind === "group") return { name: "Group", icon: Users };
  return { name: "Principal", icon: kind === "servicePrincipal" ? AppWindow : User };
}
