import { expect, test } from "vitest";
import type { Reason } from "@/lib/reach/reasons";
import { whyWords } from "./reach-words";

const none = { group_id: "", group_name: "", network_id: "n", role_id: "", role_name: "" };
const attached: Reason = { ...none, kind: "attachment", right: "gateway" };
const admin: Reason = { ...none, kind: "admin", right: "full_access" };
const memberOf = (name: string): Reason => ({
  ...none,
  kind: "group",
  group_id: name,
  group_name: name,
  right: "all_gateways",
});
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

test.each([
  ["Because you are in “Field”", [memberOf("Field")]],
  ["Because you are in “Field” and “Ops”", [memberOf("Field"), memberOf("Ops"), memberOf("Ops")]],
  ["Given to you directly", [attached]],
  ["Given to you directly, and because you are in “Field”", [memberOf("Field"), attached]],
  ["Because you are an administrator", [attached, admin, memberOf("Field")]],
])("%s", (words, reasons) => {
  expect(plain(whyWords(reasons))).toBe(words);
});
