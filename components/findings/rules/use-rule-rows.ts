"use client";

import { useMemo } from "react";
import { defaultPolicy } from "@/lib/domain/findings/policy/policy";
import { ruleRows, type RuleRow } from "@/lib/domain/findings/rows/rule-rows";
import { rules } from "@/lib/domain/findings/rules";
import type { Findings } from "@/lib/queries/findings";

/** Every rule, with what it found where that is known. */
export const useRuleRows = (findings: Findings | undefined): readonly RuleRow[] =>
  useMemo(
    () =>
      ruleRows(
        rules,
        findings?.assessment.policy ?? defaultPolicy,
        findings && !findings.of.isPartial ? findings : undefined,
      ),
    [findings],
  );
