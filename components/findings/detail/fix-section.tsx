import { Copy, TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { PanelSection } from "@/components/ui/side-panel";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { adviceOf } from "@/lib/domain/findings/evidence/advice";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import type { Finding } from "@/lib/domain/findings/finding";
import { customerMessage } from "@/lib/domain/findings/fixes/customer-message";
import { missingWords } from "@/lib/domain/findings/fixes/authorization-change";
import { templateFragment } from "@/lib/domain/findings/fixes/template-fragment";
import { formatCounted, formatForeign, formatJson } from "@/lib/format";
import { Difference } from "./difference";

/** What to do: the offer before and after with a fragment that deploys, and what to tell the customer. */
export function FixSection({ finding, assessment }: { finding: Finding; assessment: Assessment }) {
  const change = mendingOf(finding, assessment);
  const after = change && formatJson(templateFragment(change.after));
  const message = customerMessage(finding, change, assessment, shown);
  return (
    <>
      <PanelSection title="How to fix">
        <p className="max-w-[64ch] pb-2 text-ink-2">{adviceOf(finding, assessment)}</p>
        {change?.missing.map((what) => (
          <p key={what} role="note" className="mb-2 flex gap-2 bg-sev-high-wash px-3 py-2">
            <TriangleAlert aria-hidden size={14} className="mt-0.5 shrink-0 text-stale-text" />
            <span>Before it deploys, add {missingWords[what]}.</span>
          </p>
        ))}
        {change && after && (
          <>
            <div className="flex items-center gap-2 pb-1">
              <h4 className="text-sm font-[560]">Authorizations of the template</h4>
              <span className="min-w-0 truncate text-sm text-ink-3">
                <bdi>{formatForeign(change.definition.offer, 60)}</bdi>
              </span>
              <Button
                size="small"
                icon={Copy}
                className="ml-auto"
                onClick={() => void copyText(after, "Template fragment")}
              >
                Copy fragment
              </Button>
            </div>
            {finding.alike.length > 0 && (
              <p className="pb-1 text-sm text-ink-2">
                The customer has {formatCounted(finding.alike.length, "further definition")} with the same fault, which
                {finding.alike.length === 1 ? " needs" : " need"} the same change.
              </p>
            )}
            <Difference before={formatJson(templateFragment(change.before))} after={after} />
          </>
        )}
      </PanelSection>
      {message !== undefined && (
        <PanelSection title="What to tell the customer">
          <blockquote className="border-l-2 border-line-2 pl-3 text-ink-2">
            <bdi>{message}</bdi>
          </blockquote>
          <Button size="small" icon={Copy} className="my-2" onClick={() => void copyText(message, "Message")}>
            Copy message
          </Button>
        </PanelSection>
      )}
    </>
  );
}

/** A name as a letter may hold it. */
const shown = (name: string) => formatForeign(name, 80);
