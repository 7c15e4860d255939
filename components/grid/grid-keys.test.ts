import { expect, test } from "vitest";
import { stepInGrid } from "./grid-keys";

const size = { rows: 3, columns: 4 };
const here = { row: 1, column: 2 };

test.each([
  ["ArrowUp", { row: 0, column: 2 }],
  ["ArrowDown", { row: 2, column: 2 }],
  ["ArrowLeft", { row: 1, column: 1 }],
  ["ArrowRight", { row: 1, column: 3 }],
  ["Home", { row: 1, column: 0 }],
  ["End", { row: 1, column: 3 }],
])("%s moves by one or to the row's end", (key, place) => {
  expect(stepInGrid(here, { key, ctrlKey: false }, size)).toEqual(place);
});

test("with Ctrl, Home and End lead to the corners", () => {
  expect(stepInGrid(here, { key: "Home", ctrlKey: true }, size)).toEqual({ row: 0, column: 0 });
  expect(stepInGrid(here, { key: "End", ctrlKey: true }, size)).toEqual({ row: 2, column: 3 });
});

test("the edge stops", () => {
  const corner = { row: 2, column: 3 };
  expect(stepInGrid(corner, { key: "ArrowDown", ctrlKey: false }, size)).toEqual(corner);
  expect(stepInGrid(corner, { key: "ArrowRight", ctrlKey: false }, size)).toEqual(corner);
});

test("other keys do what they do anyhow", () => {
  expect(stepInGrid(here, { key: " ", ctrlKey: false }, size)).toBeNull();
});
