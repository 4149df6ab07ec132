import type { Rule } from "@/lib/domain/findings/rule";
import type { Severity } from "@/lib/domain/findings/severity";

/** Where a result shows: a spot in a file, a thing by its name, or both. */
export type SarifPlace = Readonly<{
  file?: Readonly<{ name: string; line: number; column: number }> | undefined;
  /** A JSON path, or a resource's id. */
  name?: string | undefined;
}>;

export type SarifResult = Readonly<{
  rule: Rule;
  severity: Severity;
  message: string;
  /** The same for the same finding in every run. */
  fingerprint: string;
  places: readonly SarifPlace[];
}>;

/** Something that could not be judged; `rule` undefined: by no rule. */
export type SarifGap = Readonly<{ rule: Rule | undefined; message: string; places: readonly SarifPlace[] }>;

export type SarifRun = Readonly<{
  /** Of the program. */
  version: string;
  /** All that were asked, whether or not they found something. */
  rules: readonly Rule[];
  results: readonly SarifResult[];
  gaps: readonly SarifGap[];
}>;

/** A log in SARIF 2.1.0, as code scanning services read it. What could not be judged are notifications of the run. */
export function toSarif({ version, rules, results, gaps }: SarifRun): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Fresnel", semanticVersion: version, rules: rules.map(toRule) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            ...(gaps.length > 0 && { toolExecutionNotifications: gaps.map(toNotification) }),
          },
        ],
        results: results.map(({ rule, severity, message, fingerprint, places }) => ({
          ruleId: rule.id,
          ...(indexes.has(rule.id) && { ruleIndex: indexes.get(rule.id) }),
          level: levels[severity],
          message: { text: message },
          locations: places.map(toLocation),
          partialFingerprints: { "fresnel/v1": fingerprint },
          properties: { severity },
        })),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

// GitHub's code scanning sorts by these numbers: critical from 9, high from 7, medium from 4.
const scores: Readonly<Record<Severity, string | undefined>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  info: undefined,
};

function toRule({ id, severity, title, why, how, fix, sources }: Rule) {
  const score = scores[severity];
  const cited = sources.map(({ title: text, href }) => (href ? `${text}: ${href}` : text));
  const href = sources.find((source) => source.href)?.href;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: [why, `How it is decided: ${how}`, `What to do: ${fix}`, `Sources: ${cited.join("; ")}`].join("\n\n"),
    },
    ...(href && { helpUri: href }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ["security", "azure-lighthouse"], ...(score && { "security-severity": score }) },
  };
}

const toNotification = ({ rule, message, places }: SarifGap) => ({
  level: "warning",
  message: { text: message },
  ...(rule && { associatedRule: { id: rule.id } }),
  ...(places.length > 0 && { locations: places.map(toLocation) }),
});

const toLocation = ({ file, name }: SarifPlace) => ({
  ...(file && {
    physicalLocation: {
      artifactLocation: { uri: toUri(file.name) },
      region: { startLine: file.line, startColumn: file.column },
    },
  }),
  ...(name !== undefined && { logicalLocations: [{ fullyQualifiedName: name }] }),
});

/** A file's name as a relative address; Windows separates folders otherwise. */
const toUri = (name: string): string => {
  const path = name.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return /^[A-Za-z]%3A\//.test(path)
    ? `file:///${path.replace("%3A", ":")}`
    : path.startsWith("/")
      ? `file://${path}`
      : path;
};
