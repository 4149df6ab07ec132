import { Check } from "lucide-react";
import { Tag, type Tone } from "./tag";

const tones: Readonly<Record<string, Tone>> = {
  Succeeded: "ok",
  Failed: "critical",
  Canceled: "high",
  Deleted: "high",
  Deleting: "high",
};

/** Azure's provisioning state, in Azure's words. */
export function StateTag({ state }: { state: string }) {
  return (
    <Tag tone={tones[state] ?? "plain"} {...(state === "Succeeded" && { icon: Check })}>
      {state === "unknown" ? "Unknown state" : state}
    </Tag>
  );
}

/** The same in a row of many: what went well is quiet, so that the rest stands out. */
export function StateCell({ state }: { state: string }) {
  return state === "Succeeded" ? state : <StateTag state={state} />;
}
