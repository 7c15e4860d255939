import { describe, expect, test } from "vitest";
import { curlLine } from "./curl-line";

const token = "mat_abc-DEF_123";

describe("curlLine", () => {
  test("sends the token and asks for its owner", () => {
    expect(curlLine({ origin: "https://muster.example", username: "ada", token })).toBe(
      'curl -H "Authorization: Bearer mat_abc-DEF_123" "https://muster.example/api/v1/users?username=ada"',
    );
  });

  const awkward = "o'brien!$&*+=~_(`\\\"%[]{} )ü@example.com";

  test("asks for any name, whatever it is made of", () => {
    const line = curlLine({ origin: "http://[::1]:4150", username: awkward, token });
    const url = /"(http[^"]*)"$/.exec(line)?.[1] ?? "";
    expect(new URL(url).searchParams.get("username")).toBe(awkward);
  });

  test("has nothing in it that a shell or curl would read", () => {
    const line = curlLine({ origin: "https://muster.example", username: awkward, token });
    const quoted = line.split('"').filter((_, index) => index % 2 === 1);
    expect(line.split('"')).toHaveLength(5);
    for (const part of quoted) expect(part).not.toMatch(/[`$\\!'*{}()[\]&]/);
  });
});
