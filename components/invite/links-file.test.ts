import { expect, test } from "vitest";
import { linksCsv, linksText } from "./links-file";

const row = {
  email: "=ada@x.org",
  status: "invited",
  mail_status: "queued",
  invite_url: "https://m.example/invite?email=a&invite_code=b",
} as const;

test("the file of links guards cells that a spreadsheet would take for a formula", () => {
  expect(linksCsv([row])).toBe(
    '\uFEFFemail,status,mail_status,invite_url\r\n"\'=ada@x.org",invited,queued,https://m.example/invite?email=a&invite_code=b\r\n',
  );
});

test("copied links stand beside their addresses, one on each line", () => {
  expect(linksText([row, { ...row, email: "bob@x.org" }])).toBe(
    `=ada@x.org\t${row.invite_url}\nbob@x.org\t${row.invite_url}`,
  );
});
