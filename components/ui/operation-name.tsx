import { Fragment } from "react";
import { formatForeign } from "@/lib/format";
import { classNames } from "./class-names";

/** An operation, or a pattern of some, which custom roles bring along too. Where it must break, it does so after a slash. */
export const OperationName = ({ text, className }: { text: string; className?: string }) => (
  <bdi className={classNames("font-mono text-sm [overflow-wrap:anywhere]", className)}>
    {formatForeign(text, 512)
      .split("/")
      .map((part, at) => (
        <Fragment key={at}>
          {at > 0 && (
            <>
              /<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
  </bdi>
);
