import type { Locator, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";

/** What the person gets who chooses this kind of export, of all rows or in `part` of the page. */
export async function exported(page: Page, kind: "CSV" | "JSON" | "Excel" | "SARIF", part: Page | Locator = page) {
  await part.getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: kind, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** RFC 4180. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = cell.exec(text); match?.[0]; match = cell.exec(text)) {
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") lines.push([]);
  }
  if (cell.lastIndex !== 0 && cell.lastIndex !== text.length) throw new Error(`No CSV from ${cell.lastIndex} on.`);
  return lines.slice(0, -1);
}

/** The cells of a workbook's first sheet as text, and how many of them are formulas or link out. */
export function readExcel(file: Buffer): { cells: string[][]; live: number; freshness: string[][] } {
  const parts = unzipped(file);
  const part = (name: string) => parts.get(name) ?? "";
  const strings = [...part("xl/sharedStrings.xml").matchAll(/<si>(?:<t[^>]*>([^<]*)<\/t>|<t\/>)<\/si>/g)].map((match) =>
    unescaped(match[1] ?? ""),
  );
  const sheet = (name: string) =>
    [...part(name).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map((row) =>
      [...(row[1] ?? "").matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = "", inner = ""]) => {
        const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? "";
        return /t="s"/.test(attributes) ? (strings[Number(value)] ?? "") : value;
      }),
    );
  const live = [...parts]
    .filter(([name]) => name.startsWith("xl/worksheets/"))
    .join("")
    .match(/<f[ >]|<hyperlink /g);
  return {
    cells: sheet("xl/worksheets/sheet1.xml"),
    freshness: sheet("xl/worksheets/sheet2.xml"),
    live: live?.length ?? 0,
  };
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal?: string, hex?: string, name = "") =>
    decimal || hex ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? "", 16)) : (entities[name] ?? ""),
  );

/** The texts in a ZIP file, found through its central directory. */
function unzipped(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from("504b0506", "hex"));
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const name = file.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}
