import { classNames } from "@/components/ui/class-names";
import { privilegeName } from "@/components/ui/privilege-mark";

const fills = ["bg-priv-1", "bg-priv-2", "bg-priv-3", "bg-priv-4", "bg-priv-5"];

/** What colours and marks of the matrix stand for. */
export function MatrixLegend() {
  return (
    <ul aria-label="Legend" className="flex min-w-0 items-center gap-x-3.5 overflow-hidden text-sm text-ink-2">
      {fills.map((fill, at) => (
        <li key={fill} className="flex items-center gap-1.5">
          <i aria-hidden className={classNames("h-3 w-4 rounded-[1px] forced-color-adjust-none", fill)} />
          {privilegeName(at + 1)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <i aria-hidden className="h-2.5 w-4 rounded-full border-[1.7px] border-priv-4" />
        eligible
      </li>
      <li className="flex items-center gap-1.5">
        <i
          aria-hidden
          className="flex h-3 w-4 items-center justify-center border border-dashed border-stale-text text-2xs leading-none font-[650] text-stale-text not-italic"
        >
          ?
        </i>
        cannot see
      </li>
    </ul>
  );
}
