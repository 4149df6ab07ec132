import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode } from "react";

/** What stands above a page's title, from the whole to the part: an arrow leads only to something. */
export const Crumbs = ({ of }: { of: readonly ReactNode[] }) =>
  of.filter(Boolean).map((crumb, at) => (
    <Fragment key={at}>
      {at > 0 && <ChevronRight aria-hidden size={12} className="shrink-0" />}
      {crumb}
    </Fragment>
  ));
