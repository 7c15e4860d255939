import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { createForwarding } from "./forwarding";

describe("createForwarding", () => {
  test("tells the address of the connection when no proxy is trusted", () => {
    const { headers } = forwarded({ "x-forwarded-for": "8.8.8.8" });
    expect(headers["x-muster-client-address"]).toBe("192.0.2.1");
  });

  test.each([
    ["1.1.1.1, 2.2.2.2", 1, "2.2.2.2"],
    ["1.1.1.1, 2.2.2.2", 2, "1.1.1.1"],
    ["1.1.1.1, 2.2.2.2", 3, "192.0.2.1"],
    ["2.2.2.2:1234", 1, "2.2.2.2"],
    ["[2001:db8::1]:1234", 1, "2001:db8::1"],
    ["2001:db8::1", 1, "2001:db8::1"],
    ["::ffff:2.2.2.2", 1, "2.2.2.2"],
    ["unknown", 1, "192.0.2.1"],
    ["1.1.1.1,", 1, "192.0.2.1"],
  ])("of %j with %d trusted proxies believes %s", (header, trustedProxies, expected) => {
    const { headers } = forwarded({ "x-forwarded-for": header }, { trustedProxies });
    expect(headers["x-muster-client-address"]).toBe(expected);
  });

  test("does not let a client set the headers itself, in either form", () => {
    const { headers, rawHeaders } = forwarded({
      "x-muster-client-address": "9.9.9.9",
      "x-muster-direct": "1",
      "x-muster-protocol": "https",
    });
    expect(headers).toEqual({
      "x-muster-client-address": "192.0.2.1",
      "x-muster-protocol": "http",
    });
    expect(rawHeaders).toEqual(Object.entries(headers).flat());
  });

  test("believes the protocol of a trusted proxy only", () => {
    const header = { "x-forwarded-proto": "https" };
    expect(forwarded(header).headers["x-muster-protocol"]).toBe("http");
    const trusted = forwarded(header, { trustedProxies: 1 });
    expect(trusted.headers["x-muster-protocol"]).toBe("https");
  });

  test.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])("calls %s direct", (address) => {
    expect(forwarded({}, { address }).headers["x-muster-direct"]).toBe("1");
  });

  test("calls another machine not direct", () => {
    expect(forwarded({}).headers["x-muster-direct"]).toBeUndefined();
  });

  test("calls a request of HTTP/1.0 not direct, which is what a plain proxy sends", () => {
    const { headers } = forwarded({}, { address: "127.0.0.1", httpVersion: "1.0" });
    expect(headers["x-muster-direct"]).toBeUndefined();
  });

  test.each(["forwarded", "via", "x-real-ip", "x-forwarded-host", "cf-connecting-ip"])(
    "calls loopback with the header %s not direct",
    (name) => {
      const { headers } = forwarded({ [name]: "x" }, { address: "127.0.0.1" });
      expect(headers["x-muster-direct"]).toBeUndefined();
    },
  );

  test("warns once of a header that is not believed", () => {
    const warnings: string[] = [];
    const forward = createForwarding({ trustedProxies: 0, warn: (text) => warnings.push(text) });
    forward(incoming({ "x-forwarded-for": "1.1.1.1" }));
    forward(incoming({ "x-forwarded-for": "1.1.1.1" }));
    expect(warnings).toHaveLength(1);
  });
});

function forwarded(
  headers: Record<string, string>,
  { trustedProxies = 0, address = "192.0.2.1", httpVersion = "1.1" } = {},
): IncomingMessage {
  const message = incoming(headers, address);
  message.httpVersion = httpVersion;
  createForwarding({ trustedProxies, warn: () => undefined })(message);
  return message;
}

function incoming(headers: Record<string, string>, address = "192.0.2.1"): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  const message = new IncomingMessage(socket);
  message.headers = { ...headers };
  message.rawHeaders = Object.entries(headers).flat();
  return message;
}
