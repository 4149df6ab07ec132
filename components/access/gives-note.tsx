import type { Answer, Reason } from "@/lib/domain/access/answer";
import { reasonWords } from "./reason-words";

/** Why a grant gives nothing, or why that cannot be told; nothing where it gives access. */
export const GivesNote = ({ gives, reasons }: { gives: Answer; reasons: readonly Reason[] }) =>
  gives !== "yes" && (
    <p role="note" className="mt-3 bg-sev-high-wash px-3 py-2">
      <b className="font-[620]">{gives === "no" ? "It gives nothing." : "Whether it gives anything is not known."}</b>{" "}
      {reasons.map(reasonWords).join(" ")}
    </p>
  );
