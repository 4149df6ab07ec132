import { Copy, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { messageOf } from "@/lib/domain/findings/evidence/message";
import { fingerprintOf } from "@/lib/domain/findings/finding";
import { missingWords, type AuthorizationChange } from "@/lib/domain/findings/fixes/authorization-change";
import { blockersOf } from "@/lib/domain/findings/fixes/blockers";
import { templateFragment } from "@/lib/domain/findings/fixes/template-fragment";
import { formatCounted, formatForeign, formatJson } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Findings } from "@/lib/queries/findings";
import { Difference } from "./difference";

type Props = {
  change: AuthorizationChange;
  /** Further definitions that need the same change. */
  alike: number;
  findings: Findings;
};

/** An offer before and after, what is still missing in it, and the fragment to deploy. */
export function OfferChange({ change, alike, findings }: Props) {
  const after = formatJson(templateFragment(change.after));
  return (
    <>
      {change.missing.map((what) => (
        <Note key={what}>Before it deploys, add {missingWords[what]}.</Note>
      ))}
      <Blockers change={change} findings={findings} />
      <div className="flex items-center gap-2 pb-1">
        <h4 className="text-sm font-[560]">Authorizations of the template</h4>
        <span className="min-w-0 truncate text-sm text-ink-3">
          <bdi>{formatForeign(change.definition.offer, 60)}</bdi>
        </span>
        <Button size="small" icon={Copy} className="ml-auto" onClick={() => void copyText(after, "Template fragment")}>
          Copy fragment
        </Button>
      </div>
      {alike > 0 && (
        <p className="pb-1 text-sm text-ink-2">
          {formatCounted(alike, "further definition")} with the same fault {alike === 1 ? "needs" : "need"} the same
          change.
        </p>
      )}
      <Difference before={formatJson(templateFragment(change.before))} after={after} />
    </>
  );
}

/** What the change leaves as it is, and Azure refuses the offer for. */
function Blockers({ change, findings }: Pick<Props, "change" | "findings">) {
  const { assessment, rows } = findings;
  const blockers = blockersOf(change, assessment);
  if (blockers.length === 0) return null;
  return (
    <Note>
      This offer does not deploy yet:
      <ul>
        {blockers.map(({ rule, subject }) => {
          const finding = { rule, subject, severity: rule.severity, alike: [] };
          const id = fingerprintOf(finding);
          const isFound = rows.some((row) => row.id === id);
          return (
            <li key={id}>
              <Foreign text={messageOf(finding, assessment)} limit={200} />{" "}
              <Link href={isFound ? paths.finding(id) : paths.rule(rule.id)} className="link whitespace-nowrap">
                {isFound ? `See the finding of ${rule.id}` : rule.id}
              </Link>
            </li>
          );
        })}
      </ul>
    </Note>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <div role="note" className="mb-2 flex gap-2 bg-sev-high-wash px-3 py-2">
    <TriangleAlert aria-hidden size={14} className="mt-0.5 shrink-0 text-stale-text" />
    <div className="min-w-0 break-words">{children}</div>
  </div>
);
