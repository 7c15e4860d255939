import { describe, expect, test } from "vitest";
import type { Actor, PlatformRole } from "@/lib/permissions";
import { userActor } from "@/lib/testing/entities";
import { canChangeConfig, canOwnNewConfig, canSeeConfig, keepsFixed } from "./policy";
import type { ClientConfig } from "./schema";

const config: ClientConfig = {
  clientid: "laptop",
  publickey: "",
  network: "here",
  dns: "",
  address: "10.0.0.2",
  address6: "",
  ingressgatewayid: "gateway",
  ingressgatewayendpoint: "",
  enabled: true,
  ownerid: "owner",
  remote_access_client_id: "",
  device_id: "",
  device_name: "",
  os: "",
  lastmodified: 0,
};

function adminOf(...networks: string[]): Actor {
  return { ...userActor("netadmin", "platform-user"), administers: networks };
}

const masterKey: Actor = { kind: "master-key" };

describe("a client config is seen", () => {
  test.each<[string, Actor, boolean]>([
    ["its owner", userActor("owner", "service-user"), true],
    ["an auditor", userActor("auditor", "auditor"), true],
    ["the master key", masterKey, true],
    ["an admin of its network", adminOf("there", "here"), true],
    ["an admin of another network", adminOf("there"), false],
    ["anybody else", userActor("other", "platform-user"), false],
  ])("by %s: %s", (_who, actor, expected) => {
    expect(canSeeConfig(actor, config)).toBe(expected);
  });
});

describe("a client config is changed", () => {
  const codeOf = (actor: Actor, ownerRole?: PlatformRole | null, ownerid = "owner") => {
    const verdict = canChangeConfig(actor, { ...config, ownerid }, ownerRole);
    return verdict.allowed ? "allowed" : verdict.code;
  };

  test("by its owner and administrators, whoever owns it", () => {
    for (const actor of [userActor("owner", "auditor"), userActor("a", "admin"), masterKey]) {
      expect(codeOf(actor, "platform-user")).toBe("allowed");
    }
    expect(codeOf(userActor("auditor", "auditor"), "platform-user")).toBe("forbidden");
  });

  test("by a network admin where it is a service user's, nobody's or their own", () => {
    expect(codeOf(adminOf("here"), "service-user")).toBe("allowed");
    expect(codeOf(adminOf("here"), null, "")).toBe("allowed");
    expect(codeOf(adminOf("there"), "platform-user", "netadmin")).toBe("allowed");
    expect(codeOf(adminOf("here"), "platform-user")).toBe("forbidden");
    expect(codeOf(adminOf("there"), "service-user")).toBe("not_found");
  });

  test("by a network admin for all that a page knows that has not the owner's role", () => {
    expect(codeOf(adminOf("here"))).toBe("allowed");
  });
});

describe("a new client config belongs", () => {
  const codeOf = (actor: Actor, ownerid: string, ownerRole?: PlatformRole) => {
    const verdict = canOwnNewConfig(actor, ownerid, ownerRole);
    return verdict.allowed ? "allowed" : verdict.code;
  };

  test("to whoever makes it; to others only by who may write theirs", () => {
    const user = userActor("somebody", "platform-user");
    expect(codeOf(user, "somebody", "platform-user")).toBe("allowed");
    expect(codeOf(user, "other", "service-user")).toBe("forbidden");
    expect(codeOf(user, "")).toBe("forbidden");
    expect(codeOf(masterKey, "other", "admin")).toBe("allowed");
  });

  test("to service users, nobody or themselves by network admins, for whom nobody else is there", () => {
    expect(codeOf(adminOf("here"), "machine", "service-user")).toBe("allowed");
    expect(codeOf(adminOf("here"), "")).toBe("allowed");
    expect(codeOf(adminOf("here"), "netadmin", "platform-user")).toBe("allowed");
    expect(codeOf(adminOf("here"), "person", "platform-user")).toBe("not_found");
  });
});

test("a change may repeat what is fixed, and names the key that it would change", () => {
  const { clientid, network, ingressgatewayid, ownerid } = config;
  expect(keepsFixed(config, { clientid, network, ingressgatewayid, ownerid, os: "linux" })).toEqual(
    {
      allowed: true,
    },
  );
  expect(keepsFixed(config, { ingressgatewayid: "other" })).toMatchObject({
    code: "conflict",
    path: "ingressgatewayid",
  });
});
