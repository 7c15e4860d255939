import { expect, test } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { callAs } from "@/lib/testing/call-as";
import { anonymous } from "@/lib/testing/factories";

test.each(["", "x".repeat(129), "a b", "a,b", "ü"])("X-Request-Id %j is replaced", async (id) => {
  const called = await callAs(anonymous, health, { headers: { "X-Request-Id": id } });
  expect(called.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});
