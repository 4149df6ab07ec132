import { afterAll, beforeAll } from "vitest";
import type { Description } from "../admin/description";
import { type Emulator, type EmulatorOptions, startEmulator } from "../server";
import { Browser } from "./browser";

/** A clock that stands still until it is moved on. */
export class TestClock {
  #now = new Date("2026-11-20T09:00:00.500Z");
  readonly read = () => this.#now;

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}

/** An emulator for the tests of one file; each test that changes something creates its own world in it. */
export function useEmulator(options: EmulatorOptions = {}) {
  let emulator: Emulator;
  let count = 0;
  beforeAll(async () => {
    emulator = await startEmulator(options);
  });
  afterAll(() => emulator.close());
  return {
    get url() {
      return emulator.url;
    },
    get description() {
      return emulator.description;
    },
    browser: () => new Browser(emulator.description),
    async world(file: Record<string, unknown> = {}): Promise<Description> {
      count += 1;
      const tenantId = `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
      const response = await fetch(`${emulator.url}/_emulator/worlds`, {
        method: "POST",
        body: JSON.stringify({ extends: "s", tenantId, ...file }),
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Description;
    },
  };
}
