import { expect, test } from "vitest";
import { hideSecrets } from "./hide-secrets";

const auth = { user: "muster", password: "hunter2" };
const code = "Zm9vYmFyYmF6cXV4MTIzNA";
const text = `https://muster.example.com/invite?email=ada%40example.com&invite_code=${code}`;

test.each([
  ["550 5.1.1 <ada@example.com> is unknown", "550 5.1.1 <ada@example.com> is unknown"],
  [`554 spam: ${code}`, "554 spam: …"],
  ["535 hunter2 is wrong", "535 … is wrong"],
  [`502 AUTH PLAIN ${Buffer.from("\0muster\0hunter2").toString("base64")}`, "502 AUTH PLAIN …"],
  [`502 ${Buffer.from("hunter2").toString("base64")}?`, "502 …?"],
])("%s becomes %s", (reply, shown) => {
  expect(hideSecrets(reply, text, auth)).toBe(shown);
});
