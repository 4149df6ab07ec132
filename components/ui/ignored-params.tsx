import { X } from "lucide-react";
import { formatForeign } from "@/lib/format";
import { IconButton } from "./button";
import { focusPage } from "./focus-page";

/** What the URL asked for and nobody understood: ignored, and said. */
export const IgnoredParams = ({ names, onDrop }: { names: readonly string[]; onDrop: () => void }) =>
  names.length > 0 && (
    <div role="status" className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-sunken px-5 py-1">
      <span className="min-w-0">
        This link asks for something this page does not know; that part was ignored:{" "}
        <bdi className="font-mono text-sm break-all">{formatForeign(names.join(", "))}</bdi>
      </span>
      <IconButton
        icon={X}
        size="small"
        label="Dismiss"
        className="ml-auto"
        onClick={() => {
          onDrop();
          focusPage();
        }}
      />
    </div>
  );
