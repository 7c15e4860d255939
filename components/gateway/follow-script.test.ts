import { describe, expect, test } from "vitest";
import { followScript, tokenCommand } from "./follow-script";

const script = followScript({ address: "https://muster.example", gatewayId: "0190" });

describe("what is pasted into a server's shell", () => {
  test("asks for the peers of the gateway at the address of the console", () => {
    expect(script).toContain("url='https://muster.example/api/v1/gateways/0190/wireguard'\n");
  });

  test("keeps the token to root, and out of the arguments of every program", () => {
    expect(tokenCommand).toContain("umask 077");
    expect(tokenCommand).toContain("chmod 600 /etc/muster/token");
    expect(script).toContain("--config -");
    expect(script).not.toMatch(/curl[^|]*Authorization/);
  });

  test("keeps the section of the interface, which a file of peers alone would take away", () => {
    expect(script.indexOf("wg showconf")).toBeGreaterThan(0);
    expect(script.indexOf("wg showconf")).toBeLessThan(script.indexOf("wg syncconf"));
  });

  test("remembers an answer only once the interface has it", () => {
    expect(script.indexOf("wg syncconf")).toBeLessThan(script.indexOf("mv etag.new etag"));
  });
});
