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

test.each([
  "a/b\\c",
  `"it's" <b>&amp;%_`,
  "👩‍👩‍👧‍👦 𝔘",
  "\u65e5\u672c\u8a9e \u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac",
  "𐍈".repeat(64),
])("a role may be called %s, and no other so in whatever case", async (name) => {
  const body = { name, network_id: "all_networks" };
  const made = await callAs(masterKey, POST, { body });
  expect(made.payload.name).toBe(name);
  for (const again of [name, name.toUpperCase(), ` ${name.normalize("NFD")} `]) {
    const called = await callAs(masterKey, POST, { body: { ...body, name: again } });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 409,
      paths: ["name"],
    });
  }
});

test.each(["", "   ", "\u200b", "𐍈".repeat(65), "a\nb", "a\u202eb"])(
  "a role may not be called %j",
  async (name) => {
    const body = { name, network_id: "all_networks" };
    const called = await callAs(masterKey, POST, { body });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: ["name"],
    });
  },
);
