import type { Coverage } from "@/lib/domain/coverage";
import type { Io } from "../program/io";

type Step = Readonly<{ state: string; read: number; expected: number | undefined }>;

export type Progress = Readonly<{
  show: (parts: Readonly<Record<string, Step>>, throttled: Coverage["throttled"]) => void;
  end: () => void;
}>;

const lineEveryMs = 5000;

/** Shows how far a reading is: in one line that changes for a person, in a line now and then for a log. */
export function createProgress(io: Pick<Io, "note" | "rewrite" | "isTerminal">, now: () => number): Progress {
  let shownAt = now();
  return {
    show(parts, throttled) {
      const text = words(parts, throttled, now());
      if (io.isTerminal.note) io.rewrite(text);
      else if (now() - shownAt >= lineEveryMs) {
        shownAt = now();
        io.note(text);
      }
    },
    end: () => io.isTerminal.note && io.rewrite(""),
  };
}

const count = (number: number | undefined) => number?.toLocaleString("en") ?? "?";

function words(parts: Readonly<Record<string, Step>>, throttled: Coverage["throttled"], now: number): string {
  const busy = Object.entries(parts).filter(
    ([, { state, read }]) => state === "reading" || (state === "complete" && read > 0),
  );
  const steps = busy.map(
    ([name, { read, expected }]) => `${name} ${count(read)}${expected ? `/${count(expected)}` : ""}`,
  );
  const wait = throttled
    ? [`waiting ${Math.max(0, Math.ceil((throttled.until - now) / 1000))} s for Azure's quota`]
    : [];
  return [...steps, ...wait].join(", ");
}
