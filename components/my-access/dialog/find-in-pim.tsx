import { roleText } from "@/components/my-access/my-words";
import { CopyButton } from "@/components/ui/copy-button";
import { FactLine } from "@/components/ui/facts";
import { Foreign } from "@/components/ui/foreign";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { scopePath } from "@/lib/domain/scope";

/** What to look for in PIM, since no link leads to one role there. */
export function FindInPim({ grant }: { grant: MyGrant }) {
  const { scope, scopeName } = grant;
  const path = scopePath(scope);
  return (
    <>
      <p className="mt-3">
        PIM opens with all your Azure roles, and no link leads to one of them: choose <b>Activate</b> at this role of
        this resource.
      </p>
      <dl className="mt-1.5 grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1 [&_dd]:flex [&_dd]:items-center [&_dd]:justify-between [&_dd]:gap-2 [&_dt]:text-ink-2">
        <FactLine label="Role">
          <Foreign text={roleText(grant)} className="min-w-0 break-words" />
          <CopyButton text={roleText(grant)} what="Role" />
        </FactLine>
        <FactLine label="Resource">
          <Foreign text={scopeName} className="min-w-0 break-words" />
          <CopyButton text={scopeName} what="Resource name" />
        </FactLine>
        <FactLine label="Its path">
          <Foreign text={path} limit={300} className="min-w-0 font-mono text-sm break-all" />
          <CopyButton text={path} what="Resource path" />
        </FactLine>
      </dl>
    </>
  );
}
