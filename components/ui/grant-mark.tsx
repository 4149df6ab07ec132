import { classNames } from "./class-names";

/** Filled for what is held day and night, an open ring for what has to be activated. Always beside words. */
export const grantMark = (kind: "standing" | "eligible") => (
  <span
    aria-hidden
    className={classNames(
      "mr-1.5 inline-block size-[7px] rounded-full align-[1px]",
      kind === "standing" ? "bg-ink forced-colors:bg-[CanvasText]" : "border-[1.5px] border-ink",
    )}
  />
);
