import { describe, expect, test } from "vitest";
import { mapColumn, recognise } from "./columns";

describe("recognise", () => {
  test.each([
    ["Username", "username"],
    ["user_name", "username"],
    ["LOGIN", "username"],
    ["E-Mail", "username"],
    ["e mail address", "username"],
    ["mail", "username"],
    ["Display Name", "display_name"],
    ["full name", "display_name"],
    ["name", "display_name"],
    ["platform_role_id", "platform_role_id"],
    ["Platform role", "platform_role_id"],
    ["ROLE", "platform_role_id"],
    ["User Group", "user_group_ids"],
    ["user_group_ids", "user_group_ids"],
    ["groups", "user_group_ids"],
    [" Password ", "password"],
    ["Department", null],
    ["", null],
  ])("%j holds %s", (header, column) => {
    expect(recognise([header])).toEqual([column]);
  });

  test("takes each once, and what says it best", () => {
    expect(recognise(["E-mail", "Name", "Username", "Group", "Groups", "name"])).toEqual([
      null,
      "display_name",
      "username",
      null,
      "user_group_ids",
      null,
    ]);
  });

  test("finds the columns of our own export", () => {
    const header = ["username", "auth_type", "display_name", "user_group_ids", "platform_role_id"];
    expect(recognise(header)).toEqual([
      "username",
      null,
      "display_name",
      "user_group_ids",
      "platform_role_id",
    ]);
  });
});

describe("mapColumn", () => {
  test("takes what another column held from it", () => {
    expect(mapColumn(["username", null, "display_name"], 1, "username")).toEqual([
      null,
      "username",
      "display_name",
    ]);
  });

  test("leaves the others as they are where a column is not imported", () => {
    expect(mapColumn(["username", null, "display_name"], 2, null)).toEqual([
      "username",
      null,
      null,
    ]);
  });
});
