import { expect, test } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import { aDefinition, aDelegation, anInventory, examplePrincipal, exampleRole } from "@/lib/domain/example-inventory";
import { reachedIn } from "./reached";

const [ada, ...others] = Array.from({ length: 9 }, (_, at) => examplePrincipal(at + 1));
const anIndex = () =>
  indexAccess({
    inventory: anInventory({
      delegations: [
        aDelegation(1, {
          definition: aDefinition(1, {
            authorizations: [{ principal: ada!, role: exampleRole(1), label: undefined, delegatedRoles: [] }],
          }),
        }),
      ],
    }),
    directory: emptyDirectory,
  });

test("an answer that was worked out before is the one that the page shows, until eight others were asked for", () => {
  const index = anIndex();
  const first = reachedIn(index, ada!);
  expect(first.rows).toHaveLength(1);
  for (const other of others.slice(0, 7)) reachedIn(index, other);
  expect(reachedIn(index, ada!)).toBe(first);
  for (const other of others) reachedIn(index, other);
  expect(reachedIn(index, ada!)).not.toBe(first);
});

test("one that is asked for again stays longest", () => {
  const index = anIndex();
  const first = reachedIn(index, ada!);
  for (const other of others.slice(0, 7)) reachedIn(index, other);
  reachedIn(index, ada!);
  reachedIn(index, others[7]!);
  expect(reachedIn(index, ada!)).toBe(first);
});

test("another index and what is active now take another answer", () => {
  const index = anIndex();
  const first = reachedIn(index, ada!);
  expect(reachedIn(anIndex(), ada!)).not.toBe(first);
  expect(reachedIn(index, ada!, { activations: [], now: 0 })).not.toBe(first);
  expect(reachedIn(index, ada!)).toBe(first);
});
