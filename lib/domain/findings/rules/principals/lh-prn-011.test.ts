import { expect, test } from "vitest";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aDirectory, eligible, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { misleadingLabel } from "./lh-prn-011";

const group = aDirectory({ groups: { [someone]: [] } });
const of = (label: string | undefined, directory: ReturnType<typeof aDirectory> | undefined = group) =>
  judgedBy(misleadingLabel, {
    delegations: [offering(1, { authorizations: [standing(readerRole, { label })] })],
    directory,
  });

test("another name, or none, mended by the real one", () => {
  for (const label of ["Contoso Support", "", undefined]) {
    const { findings, assessment } = of(label);
    expect(findings).toHaveLength(1);
    expect(mendingOf(findings[0]!, assessment)?.after.authorizations[0]?.label).toBe("The group");
  }
});

test("the name itself, however it is written, is none", () => {
  expect(of("The group").count).toBe(0);
  expect(of(" the GROUP ").count).toBe(0);
});

test("eligible authorizations have labels too", () => {
  const delegations = [offering(1, { eligibleAuthorizations: [eligible(readerRole)] })];
  expect(judgedBy(misleadingLabel, { delegations, directory: group }).count).toBe(1);
});

test("of somebody unseen the real name is not known, and of somebody gone there is none", () => {
  expect(of("Anything", aDirectory({}))).toMatchObject({ count: 0, unjudged: ["principal"] });
  expect(of("Anything", aDirectory({ deleted: [someone] }))).toMatchObject({ count: 0, unjudged: [] });
});
