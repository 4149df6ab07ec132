import { Button } from "./button";
import { copyText } from "./copy-button";

/** A record as JSON, folded away until somebody wants to see it. */
export const RecordDetails = ({ text }: { text: string }) => (
  <details className="pb-3">
    <summary className="flex w-fit items-center gap-2 py-1 text-ink-2 max-sm:min-h-touch hover:text-ink">
      Show the record
    </summary>
    <div className="relative">
      <Button size="small" className="absolute top-2 right-2" onClick={() => void copyText(text, "JSON")}>
        Copy as JSON
      </Button>
      <pre
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-xs border border-line bg-sunken p-2.5 font-mono text-[11.5px] leading-[18px] [unicode-bidi:plaintext]"
      >
        {text}
      </pre>
    </div>
  </details>
);
