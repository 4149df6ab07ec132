"use client";

import { useMemo } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { defaultPolicy } from "@/lib/domain/findings/policy/policy";
import { ruleRows, type RuleRow } from "@/lib/domain/findings/rows/rule-rows";
import { rules } from "@/lib/domain/findings/rules";
import type { Findings } from "@/lib/queries/findings";

/** Every rule, with what it found where that is known. */
export function useRuleRows(findings: Findings | undefined): readonly RuleRow[] {
  const { policy = defaultPolicy } = useAzure();
  return useMemo(
    () => ruleRows(rules, policy, findings && !findings.of.isPartial ? findings : undefined),
    [findings, policy],
  );
}
