import { describe, expect, test } from "vitest";
import { foldCase, lowerCase } from "@/lib/fold";
import { networkGroup } from "@/lib/group/built-in";
import { networkCreate } from "@/lib/network/schema";
import { accessMapInput } from "@/lib/role/access-map";
import { gatewayRightOf } from "@/lib/role/gateway-right";
import { networkRole } from "@/lib/role/template";
import { organisation } from "./organisation.mjs";

describe.each([1, 1000, 1_000_000])("networks, roles and groups of %d users", (users) => {
  const { networks, roles, groups, grants } = organisation(users);
  const roleById = new Map(roles.map((role) => [role.id, role]));
  const groupById = new Map(groups.map((group) => [group.id, group]));

  test("names are told apart and searched as the server does it, and nothing is there twice", () => {
    for (const things of [groups, roles]) {
      for (const { id, name, nameLower, searchText } of things) {
        expect(name.length).toBeLessThanOrEqual(64);
        expect(nameLower).toBe(lowerCase(name));
        expect(searchText).toBe(foldCase(`${id}\n${name}\n`));
      }
      expect(new Set(things.map(({ nameLower }) => nameLower)).size).toBe(things.length);
      expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
    }
  });

  test("networks are such as the server makes, with their roles and groups", () => {
    for (const { id: netid, addressRange, addressRange6 } of networks) {
      const network = { netid, addressrange: addressRange, addressrange6: addressRange6 ?? "" };
      expect(networkCreate.parse(network)).toEqual(network);
      for (const kind of ["admin", "user"] as const) {
        expect(roleById.get(networkRole(netid, kind).id)).toMatchObject(networkRole(netid, kind));
        const group = networkGroup(netid, kind);
        expect(groupById.get(group.id)).toMatchObject(group);
      }
    }
    expect(new Set(networks.map(({ addressRange }) => addressRange)).size).toBe(networks.length);
  });

  test("custom roles have access maps that the server takes, and the right that follows", () => {
    for (const { isDefault, networkLevelAccess, gatewayRight, fullAccess } of roles) {
      if (isDefault) continue;
      const access = accessMapInput.parse(networkLevelAccess);
      expect(access).toEqual(networkLevelAccess);
      expect(gatewayRight).toBe(gatewayRightOf({ fullAccess, access }));
    }
  });

  test("each group grants on all networks or on one to three, what can be granted there", () => {
    const granted = new Map<string, (string | null)[]>();
    for (const { groupId, networkId, roleId } of grants) {
      granted.set(groupId, [...(granted.get(groupId) ?? []), networkId]);
      const role = roleById.get(roleId);
      if (role?.networkId) expect(networkId).toBe(role.networkId);
      else if (!role) expect(roleId).toBe("global-network-admin");
    }
    expect([...granted.keys()].sort()).toEqual([...groupById.keys()].sort());
    for (const on of granted.values()) {
      expect(new Set(on).size).toBe(on.length);
      expect(on.length).toBeLessThanOrEqual(on.includes(null) ? 1 : 3);
    }
  });
});

test("there are as many as there are people", () => {
  const { networks, groups } = organisation(1_000_000);
  expect([networks.length, groups.length]).toEqual([500, 5005]);
  expect(organisation(1000).groups.length).toBeLessThan(30);
});
