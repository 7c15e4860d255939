import { expect, test } from "vitest";
import { foldCase, lowerCase } from "@/lib/fold";
import { folded, lowered, people } from "./names.mjs";

test("the demo data's names are folded as the server folds them", () => {
  const names = people().map(({ displayName }) => displayName);
  expect(names.map(folded)).toEqual(names.map(foldCase));
  expect(names.map(lowered)).toEqual(names.map(lowerCase));
});
