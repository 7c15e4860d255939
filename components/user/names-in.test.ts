import { describe, expect, it } from "vitest";
import { namesIn } from "./names-in";

describe("namesIn", () => {
  it.each([
    ["ada, grace", ["ada", "grace"]],
    ["ada;grace\tlin\nbob\r\nkim", ["ada", "grace", "lin", "bob", "kim"]],
    ['"Osei, Ada" <ada@x.org>; grace', ['"Osei, Ada" <ada@x.org>', "grace"]],
    ["Ada Osei <ada@x.org>, Grace <g@x.org>,", ["Ada Osei <ada@x.org>", "Grace <g@x.org>"]],
    ["  \n , ;\t", []],
    ["ada\nada, grace", ["ada", "grace"]],
    // An inch is no quotation.
    ['19" rack, ada', ['19" rack', "ada"]],
    ["Zoë 🦊, 李雷", ["Zoë 🦊", "李雷"]],
  ])("of %j", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});
