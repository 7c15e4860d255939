import { NextRequest } from "next/server";
import { afterEach, describe, expect, test } from "vitest";
import { env, settleEnv } from "@/lib/env";
import { paths } from "@/lib/paths";
import proxy from "@/proxy";
import { keptInviteLink } from "./invite-link";

const EMAIL = "ada+vpn@example.com";
const CODE = "the-code_of-this-invite";
const configured = env();

afterEach(() => {
  settleEnv(configured);
});

function follow(target: string, method = "GET"): Response {
  return proxy(new NextRequest(`http://localhost${target}`, { method }));
}

function keptBy(cookie: string) {
  return keptInviteLink(new Headers({ cookie }));
}

function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
}

describe("the link of an invite", () => {
  test("leads to an address without it, which tells nobody where one came from", () => {
    const response = follow(paths.invite(EMAIL, CODE));
    expect(response.status).toBe(303);
    expect(new URL(response.headers.get("location") ?? "", "http://localhost").href).toBe(
      "http://localhost/invite",
    );
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const page = follow(paths.signUp);
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("set-cookie")).toBeNull();
  });

  test("is kept by the browser, for an hour and out of reach of scripts", () => {
    const response = follow(paths.invite(EMAIL, CODE));
    expect(keptBy(cookieOf(response))).toEqual({ email: EMAIL, invite_code: CODE });
    const attributes = (response.headers.get("set-cookie") ?? "").toLowerCase();
    expect(attributes).toContain("max-age=3600");
    expect(attributes).toContain("httponly");
    expect(attributes).toContain("samesite=lax");
    expect(attributes).not.toContain("secure");
  });

  test("is kept under a name that only this host can set, over https", () => {
    settleEnv({ ...configured, MUSTER_BASE_URL: "https://muster.example.com" });
    const cookie = follow(paths.invite(EMAIL, CODE)).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^__Host-muster\.invite-link=.*; Secure/);
  });

  test("is not kept at other addresses", () => {
    expect(follow(`/sign-in?email=${EMAIL}&invite_code=${CODE}`).headers.get("set-cookie")).toBe(
      null,
    );
  });

  test.each([
    ["", null],
    ["muster.invite-link=", { email: "", invite_code: "" }],
    ["muster.invite-link=%E0%A4", { email: "", invite_code: "" }],
    [`muster.invite-link=${encodeURIComponent("email=a%00b&invite_code=x")}`, null],
  ])("is no trouble where the cookie is %j", (cookie, link) => {
    expect(keptBy(cookie)).toEqual(link);
  });
});
