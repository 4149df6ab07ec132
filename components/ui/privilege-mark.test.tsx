// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { privilegeMark } from "./privilege-mark";

const [light = "", dark = ""] = readFileSync("app/tokens.css", "utf8").split('[data-theme="dark"]');

/** How bright a nearly grey token is, from 0 to 1. */
const luminanceOf = (token: string, theme: string) => {
  const lightness = new RegExp(`--${token}: oklch\\(([\\d.]+)`).exec(theme)?.[1];
  return Number(lightness) ** 3;
};

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

for (const [name, theme] of Object.entries({ light, dark }))
  test(`ticks that are on can be told from those that are off, ${name}`, () => {
    for (const level of [1, 2, 3, 4, 5]) {
      const { container } = render(privilegeMark(level));
      const ticks = [...container.querySelectorAll("[role=img] > span")];
      expect(ticks.filter((tick) => tick.className.includes("bg-priv-off"))).toHaveLength(5 - level);
      const token = /bg-(priv-\d)/.exec(ticks[0]!.className)![1]!;
      const on = luminanceOf(token, theme);
      expect(contrast(on, luminanceOf("surface", theme)), `${level} on its ground`).toBeGreaterThanOrEqual(3);
      expect(contrast(on, luminanceOf("priv-off", theme)), `${level} beside off`).toBeGreaterThanOrEqual(2.9);
    }
  });
