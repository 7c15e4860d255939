import { expect, test } from "vitest";
import { POST as createGroup, PUT as updateGroup } from "@/app/api/v1/users/group/route";
import { POST, PUT } from "@/app/api/v1/users/role/route";
import { callAs } from "@/lib/testing/call-as";
import { aRole, masterKey, uniqueName } from "@/lib/testing/factories";
import { auditEntriesAbout } from "@/lib/testing/stored";

test("the same access map in another order is no change", async () => {
  const access = { host: { all_host: { read: true } }, dns: { b: { read: true }, a: {} } };
  const body = {
    name: uniqueName("role"),
    network_id: "all_networks",
    network_level_access: access,
  };
  const made = await callAs(masterKey, POST, { body });
  const { id } = made.payload;
  const again = { dns: { a: {}, b: { read: true } }, host: access.host };
  const called = await callAs(masterKey, PUT, {
    body: { id, meta_data: "new", network_level_access: again },
  });
  expect(called.payload.network_level_access).toEqual(made.payload.network_level_access);
  const [, change] = await auditEntriesAbout(id);
  expect(change?.after).toEqual({ meta_data: "new" });
  const repeated = await callAs(masterKey, PUT, { body: { id, network_level_access: again } });
  expect(repeated.headers.get("etag")).toBe(called.headers.get("etag"));
});

test("the same grants in another order are no change of a group", async () => {
  const roles = [await aRole(), await aRole()].sort();
  const body = { name: uniqueName("group"), network_roles: { all_networks: roles } };
  const { payload } = await callAs(masterKey, createGroup, { body });
  const again = { all_networks: roles.toReversed() };
  await callAs(masterKey, updateGroup, {
    body: { id: payload.id, meta_data: "new", network_roles: again },
  });
  const [, change] = await auditEntriesAbout(payload.id);
  expect(change?.after).toEqual({ meta_data: "new" });
});
