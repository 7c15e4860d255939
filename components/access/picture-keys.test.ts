import { describe, expect, it } from "vitest";
import { nextStop } from "./picture-keys";

const stops = [["person"], ["a", "b", "c"], ["r", "s"], ["lab"]];
const lines = [
  { from: "person", to: "a" },
  { from: "person", to: "b" },
  { from: "b", to: "s" },
  { from: "s", to: "lab" },
];

describe("the keyboard in the picture", () => {
  it.each([
    ["b", "ArrowUp", "a"],
    ["a", "ArrowUp", null],
    ["b", "ArrowDown", "c"],
    ["c", "ArrowDown", null],
    ["c", "Home", "a"],
    ["a", "End", "c"],
    ["person", "ArrowRight", "a"],
    ["b", "ArrowRight", "s"],
    ["c", "ArrowRight", "s"],
    ["lab", "ArrowLeft", "s"],
    ["s", "ArrowLeft", "b"],
    ["person", "ArrowLeft", null],
    ["lab", "ArrowRight", null],
    ["b", "Enter", null],
    ["gone", "ArrowDown", null],
  ])("goes from %s by %s to %s", (current, key, expected) => {
    expect(nextStop(stops, current, { key, lines })).toBe(expected);
  });
});
