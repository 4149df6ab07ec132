// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { allTold } from "@/components/ui/severity-cells";
import { delegationRows } from "@/lib/domain/delegation-rows";
import { aDelegation, anInventory } from "@/lib/domain/example-inventory";
import { countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { oneCustomerSpec, type JudgedDelegation } from "./judged-spec";

afterEach(cleanup);

const [row] = delegationRows(anInventory({ delegations: [aDelegation(1)] }));
const judged = (untold: JudgedDelegation["untold"]): JudgedDelegation => ({
  ...row!,
  level: 1,
  findings: countSeverities([]),
  untold,
});
const findings = oneCustomerSpec.columns.find(({ id }) => id === "findings")!;

test("nothing found is none only where every rule had an answer", () => {
  const [none, unknown] = [judged(allTold), judged(new Set(["high"] as const))];
  expect(findings.facet!(none)).toBe("None");
  expect(findings.facet!(unknown)).toBe("Not judged");
  expect(findings.exported!(none)).toBe("0 critical, 0 high, 0 medium, 0 low");
  expect(findings.exported!(unknown)).toBe("0 critical, ? high, 0 medium, 0 low");
  render(findings.cell(unknown, 0));
  expect(screen.getByRole("link").textContent).toBe("·?··");
  cleanup();
  render(oneCustomerSpec.compact(unknown));
  const marks = screen.getAllByText("?").length;
  cleanup();
  render(oneCustomerSpec.compact(none));
  expect(screen.getAllByText("?").length).toBe(marks - 1);
});
