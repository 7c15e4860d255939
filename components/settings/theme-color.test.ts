import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { canvas, themeColors } from "./theme-color";

test("the browser's frame has the colour of the page", () => {
  const styles = readFileSync("app/globals.css", "utf8");
  expect(styles).toContain(`--canvas: light-dark(${canvas.light}, ${canvas.dark});`);
});

test.each([
  ["system", [canvas.light, canvas.dark]],
  ["light", [canvas.light, canvas.light]],
  ["dark", [canvas.dark, canvas.dark]],
] as const)("the theme %s", (theme, colors) => {
  expect(themeColors(theme).map(({ color }) => color)).toEqual(colors);
});
