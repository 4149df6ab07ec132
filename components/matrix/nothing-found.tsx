import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { MatrixUrl } from "./use-matrix-url";

export function NothingFound({ url, onClear }: { url: MatrixUrl; onClear: () => void }) {
  if (!url.isFiltered)
    return (
      <EmptyState title="No access is granted">
        <p>No delegation that could be read names a principal.</p>
      </EmptyState>
    );
  return (
    <EmptyState title="No access matches" actions={<Button onClick={onClear}>Clear filters</Button>}>
      <p>No cell has what the filters ask for, among what could be read.</p>
    </EmptyState>
  );
}
