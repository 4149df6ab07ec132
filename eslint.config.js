import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** It signs programs in, and weighs more than all that the browser is sent. */
const identity = { name: "@azure/identity", message: "Only the command line signs in by itself." };

/** Forbids imports of whole folders (written as they are imported, below the alias @/) with the reason why. */
const noImportsOf = (why, ...folders) => ({
  "no-restricted-imports": [
    "error",
    {
      paths: [identity],
      patterns: [
        {
          group: folders.flatMap((folder) => [
            `@/${folder}`,
            `@/${folder}/**`,
            `**/../${folder}`,
            `**/../${folder}/**`,
          ]),
          message: why,
        },
      ],
    },
  ],
});

/** Folders of components that are about one thing of the field, and those that all of them stand on. */
const nouns = [
  "assignments",
  "comparison",
  "customers",
  "delegations",
  "findings",
  "matrix",
  "my-access",
  "overview",
  "principals",
  "reachers",
  "roles",
];
const shared = ["access", "assessment", "auth", "coverage", "lookup", "shell", "ui"];

const outside = ["app", "components", "emulator", "cli", "bench", "scripts", "e2e"];
const belowQueries = [
  ...outside.filter((name) => name !== "components"),
  "lib/azure",
  "lib/collect",
  "lib/store",
  "lib/auth",
];
const foldersOf = (names) => names.flatMap((name) => [`components/${name}`, name]);
const pure = ["react", "react-dom", "next", "next/**", "zod", "@azure/**", "@azure-rest/**", "@tanstack/**", "node:*"];

export default tseslint.config(
  { ignores: [".next", ".cache", "node_modules", "next-env.d.ts", "test-results", "playwright-report"] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": ["error", { allow: ["warn", "error"] }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["app/**", "components/**"], ...reactHooks.configs.flat.recommended },
  // It warns of what the React compiler would leave alone, and we do not use the compiler.
  { files: ["components/**"], rules: { "react-hooks/incompatible-library": "off" } },

  {
    files: ["app/**", "components/**", "lib/**"],
    rules: { "no-restricted-imports": ["error", { paths: [identity] }] },
  },
  {
    files: ["app/**", "components/**"],
    ignores: ["components/auth/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "ImportDeclaration[source.value='next/navigation'] > [imported.name=/^use(Pathname|SearchParams)$/]",
          message: "Next is not told of changes of the address: read it with components/ui/address.tsx.",
        },
      ],
    },
  },

  // app → components → lib/queries → lib/collect → lib/azure → lib/domain
  {
    files: ["lib/domain/**"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: pure.filter((name) => !name.includes("*")).map((name) => ({ name, message: "The domain is pure." })),
          patterns: [
            { group: pure.filter((name) => name.includes("*")), message: "The domain is pure." },
            { group: ["../../*"], message: "Two folders up is written @/lib/domain/…" },
            { regex: "^@/(?!lib/domain/)", message: "The domain imports only itself." },
          ],
        },
      ],
    },
  },
  {
    files: ["lib/azure/**"],
    ignores: ["**/*.test.ts"],
    rules: noImportsOf(
      "lib/azure knows only the domain and the cloud.",
      ...outside,
      "lib/queries",
      "lib/collect",
      "lib/auth",
      "queries",
      "collect",
      "auth",
    ),
  },
  {
    files: ["lib/collect/**"],
    ignores: ["**/*.test.ts"],
    rules: noImportsOf(
      "lib/collect stands on lib/azure and lib/domain.",
      ...outside,
      "lib/queries",
      "lib/auth",
      "queries",
      "auth",
    ),
  },
  {
    files: ["lib/inventory-file/**", "lib/export/**", "lib/store/**"],
    ignores: ["**/*.test.ts"],
    rules: noImportsOf(
      "What is written to files, or kept, stands on the domain alone.",
      ...outside,
      "lib/azure",
      "lib/collect",
      "lib/queries",
      "lib/auth",
    ),
  },
  {
    files: ["lib/queries/**", "lib/auth/**", "lib/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: noImportsOf("lib never imports what stands above it.", ...outside),
  },
  {
    files: ["components/**"],
    ignores: ["**/*.test.tsx", "components/auth/**"],
    rules: noImportsOf("Components reach Azure through lib/queries.", ...belowQueries),
  },
  ...shared.map((folder) => ({
    files: [`components/${folder}/**`],
    ignores: ["**/*.test.tsx", "components/auth/**", "components/ui/**"],
    rules: noImportsOf("What nouns share knows none of them.", ...belowQueries, ...foldersOf(nouns)),
  })),
  ...nouns.map((noun) => ({
    files: [`components/${noun}/**`],
    ignores: ["**/*.test.tsx"],
    rules: noImportsOf(
      "What two nouns share moves to components/ui, components/access or lib/domain.",
      ...belowQueries,
      ...foldersOf(nouns.filter((other) => other !== noun)),
    ),
  })),
  {
    files: ["components/ui/**"],
    ignores: ["**/*.test.tsx"],
    rules: noImportsOf(
      "components/ui could serve any product.",
      "app",
      ...foldersOf(nouns),
      ...foldersOf(shared.filter((folder) => folder !== "ui")),
      "lib/azure",
      "lib/collect",
      "lib/auth",
      "lib/queries",
      "lib/domain",
    ),
  },
  {
    files: ["app/**"],
    ignores: ["app/providers.tsx"],
    rules: noImportsOf(
      "Only app/providers.tsx joins the layers.",
      "emulator",
      "cli",
      "bench",
      "scripts",
      "e2e",
      "lib/azure",
      "lib/collect",
    ),
  },
  {
    files: ["cli/**"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(@/|(\\.\\./)+)(app|components|emulator|bench|scripts|e2e)/",
              message: "The command line stands on lib.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["emulator/**"],
    rules: noImportsOf(
      "The emulator shares no code with the product.",
      "app",
      "components",
      "lib",
      "cli",
      "bench",
      "e2e",
    ),
  },
  { files: ["scripts/**", "bench/**", "cli/**", "emulator/main.ts"], rules: { "no-console": "off" } },
);
