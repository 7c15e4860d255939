import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvOptions, withoutGuard } from "./csv";

test.each(["=1+1", "'=1+1", "''=1+1", "+49", "-1", "@ada", "\t=1", "'n Bob", "''", "plain", ""])(
  "%j is guarded where it has to be, and read back as it was",
  (cell) => {
    const written = Papa.parse<string[]>(Papa.unparse([[cell, "x"]], csvOptions)).data[0]?.[0];
    expect(written).not.toMatch(/^[=+\-@\t\r]/);
    expect(withoutGuard(written ?? "")).toBe(cell);
  },
);
