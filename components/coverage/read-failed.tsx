import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";

export const ReadFailed = ({ error, onRetry }: { error: Error; onRetry: () => void }) => (
  <EmptyState title="Azure could not be read" actions={<Button onClick={onRetry}>Read again</Button>}>
    <p>
      <Foreign text={error.message} limit={600} />
    </p>
  </EmptyState>
);
