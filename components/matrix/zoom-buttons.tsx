import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { formatShare } from "@/lib/format";

export type Zooming = Readonly<{
  percent: number;
  /** All was to fit, and does not. */
  isCut: boolean;
  larger: () => void;
  smaller: () => void;
  fit: () => void;
}>;

export function ZoomButtons({ percent, isCut, larger, smaller, fit }: Zooming) {
  return (
    <span role="group" aria-label="Zoom" className="flex items-center">
      {isCut && (
        <span role="status" className="mr-2 text-stale-text">
          Too many to fit: scroll, or filter
        </span>
      )}
      <IconButton icon={ZoomOut} size="small" label="Zoom out" aria-keyshortcuts="-" onClick={smaller} />
      <output aria-label="Size of cells" className="w-11 text-center text-ink-2">
        {formatShare(percent / 100)}
      </output>
      <IconButton icon={ZoomIn} size="small" label="Zoom in" aria-keyshortcuts="+" onClick={larger} />
      <IconButton icon={Maximize2} size="small" label="Fit all into view" aria-keyshortcuts="0" onClick={fit} />
    </span>
  );
}
