import { describe, expect, test } from "vitest";
import { decode, decodeFile, NOT_TEXT } from "./decode-file";

const TEXT = "username,name\njosé,Zoë\n";

function bytesOf(values: readonly number[]): ArrayBuffer {
  return new Uint8Array(values).buffer;
}

function utf16(text: string, isLittle: boolean): ArrayBuffer {
  const units = [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return bytesOf(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe("decode", () => {
  test.each([
    ["UTF-8", bytesOf([...Buffer.from(TEXT)])],
    ["UTF-8 with its mark", bytesOf([...Buffer.from(`\uFEFF${TEXT}`)])],
    ["UTF-16, little end first", utf16(TEXT, true)],
    ["UTF-16, big end first", utf16(TEXT, false)],
    ["Windows-1252", bytesOf([...Buffer.from(TEXT, "latin1")])],
  ])("reads %s", (_, bytes) => {
    expect(decode(bytes)).toEqual({ text: TEXT });
  });

  test.each([
    ["a workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ["UTF-16 without its mark", [0x61, 0x00, 0x62, 0x00]],
  ])("refuses %s", (_, values) => {
    expect(decode(bytesOf(values))).toEqual({ fault: NOT_TEXT });
  });
});

test("decodeFile refuses what is empty or too large before it reads it", async () => {
  expect(await decodeFile(new Blob([]))).toEqual({ fault: "This file is empty." });
  const large = new Blob([new Uint8Array(16 * 1024 * 1024 + 1)]);
  expect(await decodeFile(large)).toEqual({ fault: "This file is larger than 16 MiB. Split it." });
});
