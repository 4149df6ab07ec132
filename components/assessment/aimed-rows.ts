import { aims, concerning, type Aim } from "@/lib/domain/findings/rows/aim";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { Findings } from "@/lib/queries/findings";

/** What "customer:<id>" in the URL asks for; undefined for what is none of that. */
export function aimOf(text: string | null): Aim | undefined {
  const [, word, id] = /^([a-z]+):(.+)$/s.exec(text ?? "") ?? [];
  const kind = aims.find((one) => one === word);
  return kind && id !== undefined ? { kind, id } : undefined;
}

/** The findings of one thing, or all of them. */
export function aimedRows({ rows, assessment }: Findings, aim: Aim | undefined): readonly FindingRow[] {
  const isMeant = aim && concerning(aim, assessment);
  return isMeant ? rows.filter(({ finding }) => isMeant(finding)) : rows;
}
