import { describe } from "vitest";
import { expectRows } from "./expect-rows";

/** Evaluates expressions once. */
const of = (...expressions: string[]) =>
  `Resources | where name == 'web01' | project ${expressions.map((expression, index) => `c${index} = ${expression}`).join(", ")}`;

describe("strings", () => {
  expectRows([
    [of("name =~ 'WEB01'", "name !~ 'WEB01'", "name == 'WEB01'", "name != 'WEB01'"), [[true, false, false, true]]],
    [
      of("id has 'microsoft.compute'", "id has 'web'", "id has 'web01'", "id !has 'web'", "id has_cs 'microsoft'"),
      [[true, true, true, false, false]],
    ],
    [of("'webserver' has 'web'", "'web-server' has 'web'", "'a_web' has 'web'"), [[false, true, true]]],
    [of("name contains 'EB0'", "name !contains 'x'", "name contains_cs 'EB0'"), [[true, true, false]]],
    [
      of("name startswith 'WE'", "name startswith_cs 'WE'", "name !startswith 'x'", "name endswith '01'"),
      [[true, false, true, true]],
    ],
    [
      of("'prefixed term' hasprefix 'pre'", "'prefixed term' hassuffix 'xed'", "'prefixed term' hasprefix 'erm'"),
      [[true, true, false]],
    ],
    [of("id has_any ('nothing', 'VIRTUALMACHINES')", "id has_all ('web01', 'nothing')"), [[true, false]]],
    [of("toupper(name)", "tolower('ÄB')", "strlen('žluť')", "reverse('abc')"), [["WEB01", "äb", 4, "cba"]]],
    [
      of("substring(name, 3)", "substring(name, 0, 3)", "substring(name, 9)", "substring(name, -2)"),
      [["01", "web", "", "01"]],
    ],
    [of("split('a/b/c', '/')", "split('a/b/c', '/')[1]", "split('a/b', '/', 1)"), [[["a", "b", "c"], "b", ["b"]]]],
    [of("indexof(name, 'b')", "indexof(name, 'x')", "countof('aXbXc', 'X')"), [[2, -1, 2]]],
    [
      of("strcat(name, '-', 1, true)", "strcat_delim('/', 'a', 2)", "strcat_array(dynamic(['x', 1]), '+')"),
      [["web01-1true", "a/2", "x+1"]],
    ],
    [
      of("replace_string('a.b.c', '.', '-')", "trim('/', '/a/')", "trim(@'\\s+', '  a ')", "trim_start('x', 'xxa')"),
      [["a-b-c", "a", "a", "xa"]],
    ],
    [
      of("isempty('')", "isempty(tags.nothing)", "isnotempty(name)", "isnull(tags.nothing)", "isnotnull(tags)"),
      [[true, true, true, true, true]],
    ],
    [of("'single' 'joined'", '"dou\\"ble"', "@'ver\\batim'"), [["singlejoined", 'dou"ble', "ver\\batim"]]],
    // Kusto's documentation gives hash("World") = 1846988464401551951.
    [of("hash('World', 100)", "hash('World') % 1000"), [[51, 951]]],
  ]);
});

describe("numbers, logic and conversion", () => {
  expectRows([
    [of("1 + 2 * 3", "7 / 2", "7 / 2.0", "-7 / 2", "7 % 3", "-7 % 3", "1 / 0"), [[7, 3, 3.5, -3, 1, 2, null]]],
    [of("0x1F", "1e3", "long(5)", "int(null)", "-3"), [[31, 1000, 5, null, -3]]],
    [
      of("bin(7, 5)", "bin(-1, 5)", "floor(3.7, 1)", "ceiling(3.2)", "abs(-4)", "round(2.345, 2)", "pow(2, 10)"),
      [[5, -5, 3, 4, 4, 2.35, 1024]],
    ],
    [
      of("iff(1 > 2, 'a', 'b')", "iif(true, 1, 2)", "case(1 > 2, 'a', 2 > 1, 'b', 'c')", "case(false, 1, 2)"),
      [["b", 1, "b", 2]],
    ],
    [
      of("coalesce(tags.nothing, tags.env)", "coalesce('', name)", "max_of(1, 5, 3)", "min_of('b', 'a')"),
      [["prod", "web01", 5, "a"]],
    ],
    [
      of("tostring(5)", "tostring(1.0)", "tostring(true)", "tostring(tags)", "tostring(tags.nothing)"),
      [["5", "1.0", "true", '{"env":"prod","cost.center":"42"}', ""]],
    ],
    [
      of(
        "toint('42')",
        "toint('x')",
        "toint(2.9)",
        "tolong(tags.['cost.center'])",
        "todouble('1.5')",
        "tobool('true')",
        "tobool('x')",
      ),
      [[42, null, 2, 42, 1.5, true, null]],
    ],
    [
      of(
        "bool(null) and false",
        "bool(null) and true",
        "bool(null) or true",
        "bool(null) or false",
        "false and bool(null)",
      ),
      [[false, null, true, null, false]],
    ],
    [of("true and int(null) == 1", "false or 1 == 1", "not(1 == 1)", "bool(null)"), [[false, true, false, null]]],
    [of("int(null) == int(null)", "int(null) == 1", "int(null) != 1", "int(null) < 1"), [[null, false, true, null]]],
    [of("properties.hardware.cores == 2", "properties.hardware.cores + 1"), [[true, 3]]],
    [of("tags.nothing == ''", "tags.nothing == 'x'", "tags.nothing != 'x'"), [[true, false, true]]],
    [of("toguid('74BE27DE1E4E49D9B579FE0B331D3642')", "toguid('x')"), [["74be27de-1e4e-49d9-b579-fe0b331d3642", null]]],
    [of("2 > 1.5", "1 >= 1", "1d > 1h", "true != false"), [[true, true, true, true]]],
  ]);
});

describe("dynamic", () => {
  expectRows([
    [
      of("dynamic({'a': [1, -2], \"b\": {'c': null}})", "dynamic([1, 'x', true])"),
      [[{ a: [1, -2], b: { c: null } }, [1, "x", true]]],
    ],
    [of("parse_json('{\"a\": 1}').a", "todynamic('[1,2]')[1]", "parse_json('no json')"), [[1, 2, "no json"]]],
    [
      of("pack('a', 1, 'b', name)", "bag_pack('t', tags.env)", "pack_array(1, 'x')"),
      [[{ a: 1, b: "web01" }, { t: "prod" }, [1, "x"]]],
    ],
    [
      of("bag_keys(tags)", "bag_has_key(tags, 'env')", "bag_merge(dynamic({'a': 1}), dynamic({'a': 2, 'b': 3}))"),
      [[["env", "cost.center"], true, { a: 1, b: 3 }]],
    ],
    [
      of(
        "array_length(dynamic([1, 2]))",
        "array_length(tags)",
        "array_concat(dynamic([1]), dynamic([2]))",
        "array_index_of(dynamic(['a', 'b']), 'b')",
      ),
      [[2, null, [1, 2], 1]],
    ],
    [
      of(
        "array_slice(dynamic([1, 2, 3, 4]), 1, 2)",
        "array_sort_desc(dynamic([1, 3, 2]))",
        "array_reverse(dynamic([1, 2]))",
      ),
      [
        [
          [2, 3],
          [3, 2, 1],
          [2, 1],
        ],
      ],
    ],
    [
      of(
        "set_union(dynamic([1, 2]), dynamic([2, 3]))",
        "set_intersect(dynamic([1, 2]), dynamic([2]))",
        "set_difference(dynamic([1, 2]), dynamic([2]))",
        "set_has_element(dynamic(['a']), 'a')",
      ),
      [[[1, 2, 3], [2], [1], true]],
    ],
    [
      of("gettype(tags)", "gettype(tags.env)", "gettype(dynamic([]))", "gettype(1)"),
      [["dictionary", "string", "array", "long"]],
    ],
    [of("dynamic({'toString': 1}).toString", "tags.constructor"), [[1, null]]],
  ]);
});

describe("time", () => {
  expectRows([
    [
      of("now()", "ago(1d)", "now(-1h)", "now() - 90m"),
      [["2026-09-01T08:00:00Z", "2026-08-31T08:00:00Z", "2026-09-01T07:00:00Z", "2026-09-01T06:30:00Z"]],
    ],
    [
      of(
        "datetime(2026-02-03)",
        "datetime('2026-02-03 04:05:06.7')",
        "datetime(null)",
        "todatetime('2026-02-03T04:05:06+02:00')",
      ),
      [["2026-02-03T00:00:00Z", "2026-02-03T04:05:06.7Z", null, "2026-02-03T02:05:06Z"]],
    ],
    [
      of("todatetime('2026-02-30')", "todatetime('tomorrow')", "todatetime('Tue, 03 Feb 2026 04:05:06 GMT')"),
      [[null, null, "2026-02-03T04:05:06Z"]],
    ],
    [
      of("tostring(datetime(2026-02-03T04:05:06.1234567Z))", "tostring(1d)", "tostring(-90m)", "tostring(1.5s)"),
      [["2026-02-03T04:05:06.1234567Z", "1.00:00:00", "-01:30:00", "00:00:01.5000000"]],
    ],
    [
      of(
        "datetime(2026-03-01) - datetime(2026-02-01)",
        "1d / 1h",
        "2 * 1h",
        "totimespan('1.02:03:04')",
        "time(1.02:03:04.5)",
      ),
      [["28.00:00:00", 24, "02:00:00", "1.02:03:04", "1.02:03:04.5000000"]],
    ],
    [
      of(
        "datetime_diff('day', datetime(2026-03-01T01:00:00Z), datetime(2026-02-28T23:00:00Z))",
        "datetime_diff('month', datetime(2026-03-01), datetime(2025-12-31))",
        "datetime_diff('hour', ago(3h), now())",
      ),
      [[1, 3, -3]],
    ],
    [
      of(
        "datetime_add('month', 1, datetime(2026-01-31))",
        "datetime_add('day', -1, datetime(2026-03-01))",
        "datetime_add('year', 1, datetime(2024-02-29T06:00:00Z))",
      ),
      [["2026-02-28T00:00:00Z", "2026-02-28T00:00:00Z", "2025-02-28T06:00:00Z"]],
    ],
    [
      of("startofday(now())", "startofmonth(now())", "startofweek(now())", "startofyear(now())", "endofday(now())"),
      [
        [
          "2026-09-01T00:00:00Z",
          "2026-09-01T00:00:00Z",
          "2026-08-30T00:00:00Z",
          "2026-01-01T00:00:00Z",
          "2026-09-01T23:59:59.9999999Z",
        ],
      ],
    ],
    [
      of(
        "bin(datetime(2026-09-01T08:17:00Z), 15m)",
        "bin(now(), 7d)",
        "getyear(now())",
        "monthofyear(now())",
        "dayofmonth(now())",
        "dayofweek(now())",
      ),
      [["2026-09-01T08:15:00Z", "2026-08-31T00:00:00Z", 2026, 9, 1, "2.00:00:00"]],
    ],
    [
      of(
        "format_datetime(datetime(2026-02-03T04:05:06.789Z), 'yyyy-MM-dd HH:mm:ss.fff')",
        "format_datetime(datetime(2026-02-03), 'd/M/yy')",
      ),
      [["2026-02-03 04:05:06.789", "3/2/26"]],
    ],
    [of("unixtime_seconds_todatetime(0)", "hourofday(now())"), [["1970-01-01T00:00:00Z", 8]]],
    [
      of("datetime(2026-09-01) between (datetime(2026-08-01) .. datetime(2026-09-30))", "now() > ago(1m)"),
      [[true, true]],
    ],
  ]);
});
