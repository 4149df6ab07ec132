import fc from "fast-check";
import { expect, test } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { principalRows } from "@/lib/domain/access/principal-rows";
import { worlds } from "@/lib/domain/access/random-worlds";
import { peopleReaching, type PeopleReaching } from "./people-reaching";

function counted(work: Generator<void, PeopleReaching>): PeopleReaching {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

test("people are counted as the list of principals shows them", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = indexAccess(world);
      const people = principalRows(index, () => 1).filter(({ kind }) => kind === "user");
      const { surely, perhaps, known, hidden } = counted(peopleReaching(index));
      expect(surely).toBe(people.filter(({ gives }) => gives === "yes").length);
      expect(perhaps).toBe(people.filter(({ gives }) => gives === "cannotSee").length);
      expect(hidden).toBe(index.graph.hidden.size);
      expect(known).toBe(index.people.kinds.filter((kind) => kind === "user").length);
    }),
  );
});
