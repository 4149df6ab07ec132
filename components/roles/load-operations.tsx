import { Button } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import type { Operations } from "./use-operations";

type Props = { operations: Operations; children: string };

/** Asks before it reads what few people need; `children` says what the list is for. */
export function LoadOperations({ operations: { known, isLoading, error, load }, children }: Props) {
  if (known) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 py-1 text-ink-2">
      <Button size="small" isBusy={isLoading} onClick={load}>
        Load Azure&apos;s operations
      </Button>
      <span>{children} About 12 MB.</span>
      {error && !isLoading && (
        <span role="alert" className="text-sev-high-text">
          They could not be read: <Foreign text={error.message} limit={300} />
        </span>
      )}
    </div>
  );
}
