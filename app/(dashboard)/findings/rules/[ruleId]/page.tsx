import type { Metadata } from "next";
import { RuleScreen } from "@/components/findings/rules/rule-screen";

export const metadata: Metadata = { title: "Rule" };

type Props = { params: Promise<{ ruleId: string }> };

export default async function RulePage({ params }: Props) {
  return <RuleScreen ruleId={(await params).ruleId} />;
}
