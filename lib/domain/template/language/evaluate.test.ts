import { describe, expect, test } from "vitest";
import { parseJson } from "@/lib/domain/json/parse-json";
import { evaluate, startWork, TooMuchWork } from "./evaluate";
import { contextOf } from "./scope";
import type { Value } from "./value";

const people = [
  { id: "a", role: "reader" },
  { id: "b", role: "owner", nested: { deep: [1, 2] } },
];

/** What an expression comes to, in which `people` is a variable and nobody gave the parameter `open`. */
function worth(expression: string): unknown {
  const at = { file: "template", path: [], at: 0 } as const;
  const node = parseJson(JSON.stringify({ variables: { people }, parameters: { open: {} } }));
  const context = contextOf({ node, place: at }, () => undefined, startWork());
  return plain(evaluate(parseJson(JSON.stringify(`[${expression}]`)), at, context));
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case "object":
      return Object.fromEntries(Array.from(value.members, ([name, one]) => [name, plain(one)]));
    case "array":
      return value.items.map(plain);
    case "null":
      return null;
    case "unknown":
      return `? ${value.why}`;
    default:
      return value.value;
  }
}

const x = "lambdaVariables('x')";

describe("functions that ask lambdas", () => {
  test.each([
    [`map(variables('people'), lambda('x', ${x}.id))`, ["a", "b"]],
    [
      `map(variables('people'), lambda('X', 'i', createArray(${x}.id, lambdaVariables('i'))))`,
      [
        ["a", 0],
        ["b", 1],
      ],
    ],
    [
      `map(range(1, 2), lambda('x', map(range(0, 2), lambda('y', add(${x}, lambdaVariables('y'))))))`,
      [
        [1, 2],
        [2, 3],
      ],
    ],
    [`filter(variables('people'), lambda('x', equals(${x}.role, 'owner')))[0].id`, "b"],
    [`filter(variables('people'), lambda('x', 'i', less(lambdaVariables('i'), 1)))[0].id`, "a"],
    [`reduce(range(1, 4), 0, lambda('x', 'next', add(${x}, lambdaVariables('next'))))`, 10],
    [`sort(createArray(3, 1, 2), lambda('x', 'y', less(${x}, lambdaVariables('y'))))`, [1, 2, 3]],
    [`toObject(variables('people'), lambda('x', ${x}.id), lambda('x', ${x}.role))`, { a: "reader", b: "owner" }],
    [`toObject(variables('people'), lambda('x', ${x}.id)).a.role`, "reader"],
    [`mapValues(createObject('k', 1), lambda('x', add(${x}, 1)))`, { k: 2 }],
    [`map(createArray(), lambda('x', ${x}))`, []],
  ])("%s", (expression, value) => expect(worth(expression)).toEqual(value));

  const unknown = "? the parameter open has no value and no default";
  test.each([
    ["map(parameters('open'), lambda('x', 1))", unknown],
    ["filter(variables('people'), lambda('x', equals(parameters('open'), 1)))", unknown],
    ["toObject(variables('people'), lambda('x', parameters('open')))", unknown],
    ["sort(createArray(1, 2), lambda('x', 'y', parameters('open')))", unknown],
    ["map(variables('people'), lambda('x', parameters('open')))", [unknown, unknown]],
    ["map('text', lambda('x', 1))", "? map() has no answer to this before deployment"],
    ["map(variables('people'), 1)", "? map() has no answer to this before deployment"],
    ["filter(variables('people'), lambda('x', 'yes'))", "? filter() has no answer to this before deployment"],
    ["map(variables('people'), lambda())", ["? it has no body", "? it has no body"]],
    [x, "? it stands in no such lambda"],
    [`createArray(map(createArray(1), lambda('x', 1)), ${x})[1]`, "? it stands in no such lambda"],
    ["groupBy(variables('people'), lambda('x', 1))", "? it is known at deployment only"],
  ])("%s is not known, and why", (expression, value) => expect(worth(expression)).toEqual(value));

  test("what a lambda does again and again counts as work", () => {
    const often = (inner: string, depth: number): string =>
      depth === 0 ? inner : `map(range(0, 1000), lambda('v${depth}', ${often(inner, depth - 1)}))`;
    expect(() => worth(often("1", 3))).toThrow(TooMuchWork);
  });
});

describe("functions that take lists and objects apart", () => {
  test.each([
    ["flatten(createArray(createArray(1), createArray(2, createArray(3))))", [1, 2, [3]]],
    ["flatten(createArray(createArray(1), parameters('open')))", "? the parameter open has no value and no default"],
    ["flatten(createArray(1))", "? flatten() has no answer to this before deployment"],
    ["shallowMerge(createArray(createObject('a', 1, 'b', 1), createObject('A', 2)))", { a: 2, b: 1 }],
    [
      "items(createObject('b', 2, 'a', 1))",
      [
        { key: "a", value: 1 },
        { key: "b", value: 2 },
      ],
    ],
    ["objectKeys(createObject('b', 2, 'a', 1))", ["a", "b"]],
    ["tryGet(variables('people')[1], 'nested', 'deep', 1)", 2],
    ["tryGet(variables('people')[0], 'nested', 'deep')", null],
    ["coalesce(tryGet(variables('people')[0], 'nested'), 'none')", "none"],
    ["union(createArray(1), createArray(2))", [1, 2]],
    ["concat(createArray(1), range(2, 2))", [1, 2, 3]],
  ])("%s", (expression, value) => expect(worth(expression)).toEqual(value));
});
