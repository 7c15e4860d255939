import { describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/users/resolve/route";
import { networkGroup } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  anActor,
  aNetwork,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";

function resolve(names: unknown, caller: Caller = masterKey) {
  return callAs(caller, POST, { body: { names } });
}

/** Username and number of matches of each name. */
async function found(names: string[], caller: Caller = masterKey) {
  const { payload } = await resolve(names, caller);
  expect(payload.map(({ given }) => given)).toEqual(names);
  return payload.map(({ username, matches }) => [username, matches]);
}

describe("POST /api/v1/users/resolve", () => {
  test("finds usernames in any case, addresses with a name before them, and display names", async () => {
    const word = uniqueName("ada");
    const username = `${word}@example.com`;
    const displayName = `Lovelace, ${word} "Countess" 👩‍💻 Éa`;
    await aUser({ username, displayName });
    const names = [
      username.toUpperCase(),
      `  ${username} `,
      `"Last, First" <${username}>`,
      `<${username}>`,
      `👩‍💻 "quoted" <${username.toUpperCase()}>`,
      displayName,
      displayName.toUpperCase(),
      displayName.normalize("NFD"),
      ` ${displayName}\u00a0`,
    ];
    expect(await found(names)).toEqual(names.map(() => [username, 1]));
    const { payload } = await resolve([username]);
    expect(payload).toEqual([{ given: username, username, display_name: displayName, matches: 1 }]);
  });

  test("answers in the order given, names that come twice twice, and as they were sent", async () => {
    const [one, two] = [await aUser(), await aUser()];
    const decomposed = uniqueName("e\u0301");
    const names = [two.username, one.username, decomposed, two.username, decomposed];
    expect(await found(names)).toEqual([
      [two.username, 1],
      [one.username, 1],
      ["", 0],
      [two.username, 1],
      ["", 0],
    ]);
    expect(await found([])).toEqual([]);
  });

  test("finds nobody by what shows nothing, though others have no display name", async () => {
    await aUser({ displayName: "" });
    const names = ["", "  ", "\u0301", "\u200b", "<>", "%", "_"];
    expect(await found(names)).toEqual(names.map(() => ["", 0]));
  });

  test("counts those who share a display name, and names none of them", async () => {
    const displayName = uniqueName("Maß Éric");
    await aUser({ displayName });
    await aUser({ displayName: displayName.toUpperCase() });
    const { payload } = await resolve([displayName]);
    expect(payload).toEqual([{ given: displayName, username: "", display_name: "", matches: 2 }]);
  });

  test("takes a name for the username that it is, rather than another's display name", async () => {
    const { username } = await aUser();
    const namesake = await aUser({ displayName: username });
    const accented = username.replace("user", "úser");
    expect(await found([username, `x <${username}>`, accented])).toEqual([
      [username, 1],
      [username, 1],
      [namesake.username, 1],
    ]);
  });

  test("shows network admins service users only, themselves not either", async () => {
    const group = networkGroup(await aNetwork(), "admin").id;
    const admin = await anActor("platform-user", { groups: [group] });
    const displayName = uniqueName("name");
    const hidden = await aUser({ displayName });
    const shown = await aUser({ role: "service-user", displayName });
    const byName = await aUser({ role: "service-user", displayName: hidden.username });
    const names = [displayName, shown.username, hidden.username, admin.username];
    expect(await found(names, admin)).toEqual([
      [shown.username, 1],
      [shown.username, 1],
      [byName.username, 1],
      ["", 0],
    ]);
    expect((await found([displayName]))[0]).toEqual(["", 2]);
  });

  test("takes 10,000 names and not one more, and asks no more of the database for them", async () => {
    const { username, displayName } = { displayName: uniqueName("name"), ...(await aUser()) };
    await aUser({ displayName });
    const one = await statementsOf(() => resolve([username, displayName]));
    const names = Array.from({ length: 9_998 }, (_, index) => `nobody ${String(index)}`);
    let called: Awaited<ReturnType<typeof resolve>> | undefined;
    const many = await statementsOf(async () => {
      called = await resolve([username, ...names, displayName]);
    });
    expect(called?.payload.filter(({ matches }) => matches === 1)).toHaveLength(2);
    expect(many).toHaveLength(one.length);
    const tooMany = await resolve([...names, "a", "b", "c"]);
    expect({ status: tooMany.status, paths: tooMany.badPaths }).toEqual({
      status: 400,
      paths: ["names"],
    });
  });

  test("names each name that is no plain text", async () => {
    const called = await resolve(["a", "a\nb", 5, "\ud800"]);
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: ["names.1", "names.2", "names.3"],
    });
  });
});
