import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onCall, screens, states } from "./catalogue";

const folder = join(import.meta.dirname, "../../docs/screens");

type Shown = Readonly<{ file: string; title: string; says: string }>;

const picture = ({ file, title }: Shown) => `![${title}](${file}.png)`;
const section = (shown: Shown) => `### ${shown.title}\n\n${shown.says}\n\n${picture(shown)}\n`;
const sections = (all: readonly Shown[]) => all.map(section).join("\n");

/** Small pictures side by side, of those that were drawn that way. */
function gallery(suffix: string, perLine: number, all: readonly Shown[]): string {
  const drawn = all
    .map((shown) => ({ ...shown, file: shown.file + suffix }))
    .filter(({ file }) => existsSync(join(folder, `${file}.png`)));
  const lines = [];
  for (let from = 0; from < drawn.length; from += perLine) {
    const cells = drawn.slice(from, from + perLine);
    while (cells.length < perLine) cells.push({ file: "", title: "", says: "" });
    lines.push(`| ${cells.map((cell) => (cell.file ? picture(cell) : "")).join(" | ")} |`);
    if (from === 0) lines.push(`|${" --- |".repeat(perLine)}`);
  }
  return lines.join("\n");
}

/** Writes docs/screens/README.md, which shows all pictures. */
export default function writePage() {
  const everything = [...screens, ...onCall, ...Object.values(states)];
  const text = `# Every screen

What Fresnel looks like, in the world of \`npm run demo\`. Names, times and figures are invented.
\`npm run screens\` draws the pictures and writes this page.

## Screens

${sections([...screens, ...onCall])}
## States

${sections(Object.values(states))}
## In the dark

${gallery("-dark", 2, everything)}

## On a phone

${gallery("-phone", 3, everything)}
`;
  writeFileSync(join(folder, "README.md"), text);
}
