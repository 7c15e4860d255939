import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** A word that only the people of one test have in their names. */
function aWord(): string {
  return `w${randomUUID().slice(0, 8)}`;
}

async function openFile(page: Page, content: string | Buffer, name = "people.csv") {
  await page
    .getByLabel("Choose a CSV file")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

async function importFile(page: Page, content: string | Buffer) {
  await page.goto("/users/import");
  await openFile(page, content);
  await expect(page.getByText("people.csv")).toBeVisible();
}

function cell(page: Page, column: string, row: string) {
  return page.getByRole("textbox", { name: `${column}, row ${row}`, exact: true });
}

function rowOf(page: Page, row: string) {
  return page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: row, exact: true }) });
}

function leaveOut(page: Page, row: string) {
  return page.getByRole("button", { name: `Leave out row ${row}`, exact: true }).click();
}

function importButton(page: Page) {
  return page.getByRole("button", { name: /^Import [\d,]+ (person|people)$/ });
}

async function download(page: Page, button: string): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await started).path(), "utf8");
}

test.describe("importing users", () => {
  test("takes 1,000 people from a CSV with twelve bad rows as users", async ({
    page,
    request,
    db,
    signedInAs,
    aGroup,
  }) => {
    const word = aWord();
    const group = await aGroup();
    const admin = await signedInAs("admin");
    const rows = Array.from({ length: 1000 }, (_, index) => [
      `p${index}-${word}@example.com`,
      `${word} ${index}`,
      "Service user",
      group.name,
      "",
    ]);
    const spoil = (row: number, column: number, text: string) => {
      rows[row - 2] = (rows[row - 2] ?? []).with(column, text);
    };
    spoil(5, 0, "a b");
    spoil(6, 0, "");
    spoil(7, 0, `p0-${word}@example.com`);
    spoil(400, 2, "Boss");
    spoil(401, 2, "Admin");
    spoil(402, 2, "super_admin");
    spoil(900, 3, `Nowhere ${word}`);
    spoil(901, 3, `${group.name}; Nobody ${word}`);
    spoil(902, 4, "abc");
    spoil(999, 0, "c d");
    spoil(1000, 0, "e f");
    spoil(1001, 0, "g h");
    const csv = [["E-Mail", "Full name", "Role", "Groups", "Password"], ...rows]
      .map((cells) => cells.join(","))
      .join("\r\n");

    await page.goto("/users");
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await openFile(page, csv);
    await expect(page.getByRole("radio", { name: "Wrong 12" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "New 988" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^Username, row/ })).toHaveCount(12);
    await expect(rowOf(page, "7")).toContainText("stands here twice");
    await expect(rowOf(page, "401")).toContainText(
      "Only the super admin can make somebody an admin.",
    );
    await expect(rowOf(page, "900")).toContainText(`There is no group "Nowhere ${word}".`);
    await expect(importButton(page)).toHaveText("Import 988 people");
    await importButton(page).click({ force: true });
    await expect(page.getByRole("tooltip")).toContainText(
      "12 rows are wrong. Mend them or leave them out.",
    );

    await cell(page, "Username", "5").fill(`fixed5-${word}@example.com`);
    await page.keyboard.press("Enter");
    await expect(cell(page, "Username", "6")).toBeFocused();
    await page.keyboard.type(`fixed6-${word}@example.com`);
    await page.keyboard.press("Enter");
    await expect(cell(page, "Username", "7")).toBeFocused();
    await page.keyboard.type("never mind");
    await page.keyboard.press("Escape");
    await expect(cell(page, "Username", "7")).toHaveValue(`p0-${word}@example.com`);
    await leaveOut(page, "7");
    await cell(page, "Role", "400").fill("platform-user");
    await cell(page, "Role", "401").fill("");
    await leaveOut(page, "402");
    await cell(page, "Groups", "900").fill(group.name);
    await cell(page, "Groups", "901").fill("");
    await cell(page, "Password", "902").fill("a password of theirs");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("radio", { name: "Wrong 3" })).toBeChecked();
    await expect(rowOf(page, "5")).toContainText("New");
    await page.getByRole("button", { name: "Update the list" }).click();
    await expect(page.getByRole("textbox", { name: /^Username, row/ })).toHaveCount(3);
    await page.getByRole("button", { name: "Leave out 3 wrong rows" }).click();
    await page.getByRole("button", { name: "Put back row 1,001", exact: true }).click();
    await cell(page, "Username", "1,001").fill(`last-${word}@example.com`);
    await page.keyboard.press("Enter");
    await expect(page.getByText("996 new users and 4 rows left out.")).toBeVisible();
    await expect(importButton(page)).toHaveText("Import 996 people");

    await importButton(page).click();
    await expect(page.getByRole("heading", { name: "The import is done" })).toBeVisible({
      timeout: 180_000,
    });
    await expect(page.getByText("996 new users", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Go to users" }).click();
    const question = page.getByRole("alertdialog", { name: "Leave without the passwords?" });
    await question.getByRole("button", { name: "Stay" }).click();
    const passwords = (await download(page, "Download passwords (CSV)")).trim().split("\r\n");
    expect(passwords).toHaveLength(1 + 995);
    const [username, password] = passwords[1]?.split(",") ?? [];
    const signedIn = await request.post("/api/users/adm/authenticate", {
      data: { username, password },
    });
    expect(signedIn.status()).toBe(200);
    const own = await request.post("/api/users/adm/authenticate", {
      data: { username: `p900-${word}@example.com`, password: "a password of theirs" },
    });
    expect(own.status()).toBe(200);

    await page.getByRole("link", { name: "Go to users" }).click();
    await page.getByRole("searchbox", { name: "Search users" }).fill(word);
    await expect(page.getByRole("button", { name: "Export 996 users as CSV" })).toBeVisible();
    const entries = await db.query<{ after: object }>(
      `SELECT "after" FROM "AuditEntry" WHERE "verb" = 'user.import' AND "actor" = $1`,
      [admin.username],
    );
    expect(entries.rows).toEqual([
      { after: { created: 996, updated: 0, unchanged: 0, invited: 0 } },
    ]);
  });

  test("takes 2,000 people from a CSV with twelve bad rows as invites, and says why not as users", async ({
    page,
    db,
    signedInAs,
  }) => {
    const word = aWord();
    const admin = await signedInAs("admin");
    const rows = Array.from({ length: 2000 }, (_, index) =>
      index % 167 === 3 ? `not an address ${index},` : `p${index}-${word}@example.com,Service user`,
    );
    await page.goto("/users/import");
    await openFile(page, ["E-Mail,Role", ...rows].join("\r\n"));
    await expect(page.getByText("At most 1,000 accounts can be made by one import.")).toBeVisible();
    await page.getByRole("radio", { name: "As invites" }).check();
    await expect(page.getByRole("radio", { name: "Wrong 12" })).toBeChecked();
    await page.getByRole("button", { name: "Leave out 12 wrong rows" }).click();
    await importButton(page).click();
    await expect(page.getByRole("heading", { name: "The import is done" })).toBeVisible();
    const { rows: entries } = await db.query(
      `SELECT "after" FROM "AuditEntry" WHERE "verb" = 'user.import' AND "actor" = $1`,
      [admin.username],
    );
    expect(entries).toEqual([{ after: { created: 0, updated: 0, unchanged: 0, invited: 1988 } }]);
  });

  test("invites new people, and asks before it changes those who are there", async ({
    page,
    signedInAs,
    aUser,
    aGroup,
  }) => {
    const word = aWord();
    const group = await aGroup();
    const known = await aUser({ username: `known-${word}@example.com` });
    await signedInAs("admin");
    await importFile(
      page,
      [
        "mail;groups",
        `a-${word}@example.com;${group.name}`,
        `b-${word}@example.com;`,
        `${known.username};${group.name}`,
        `no-address-${word};`,
      ].join("\n"),
    );
    await expect(page.getByRole("radio", { name: "New 3" })).toBeVisible();
    await page.getByRole("radio", { name: "As invites" }).check();
    await expect(page.getByText("This server sends no mail")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Wrong 1" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "To invite 2" })).toBeVisible();
    await expect(rowOf(page, "5")).toContainText("This is not an e-mail address");
    await leaveOut(page, "5");
    await page.getByRole("radio", { name: "Changed 1" }).check();
    await expect(rowOf(page, "4")).toContainText("was no groups");
    await expect(importButton(page)).toHaveText("Import 3 people");
    await importButton(page).click();
    const question = page.getByRole("alertdialog", { name: "Import 3 people?" });
    await expect(question.getByRole("listitem")).toHaveText([
      "2 invites",
      "1 user changed",
      "1 row left out",
    ]);
    await question.getByRole("button", { name: "Import 3 people" }).click();
    await expect(page.getByRole("heading", { name: "The import is done" })).toBeVisible();
    await expect(page.getByText("Passwords are shown once")).toHaveCount(0);
    await page.getByRole("link", { name: "Go to invites" }).click();
    await page.getByRole("searchbox", { name: "Search invites" }).fill(word);
    await expect(page.getByText("1–2 of 2", { exact: true })).toBeVisible();
    await page.goto(`/users?q=${known.username}`);
    await expect(page.getByRole("row").filter({ hasText: known.username })).toContainText(
      group.name,
    );
  });

  test("takes pasted rows without a header, mapped by hand", async ({ page, signedInAs }) => {
    const word = aWord();
    await signedInAs("admin");
    await page.goto("/users/import");
    await page.getByRole("radio", { name: "Paste" }).check();
    await page.getByRole("button", { name: "Read these rows" }).click();
    await expect(page.getByText("There is nothing in it.")).toBeVisible();
    await page
      .getByRole("textbox", { name: "Rows" })
      .fill(`Ada Osei\t${word}-a\tx\nBo Li\t${word}-b\ty`);
    await page.getByRole("button", { name: "Read these rows" }).click();
    await expect(page.getByText("Which column holds the username?")).toBeVisible();
    await expect(importButton(page)).toHaveCount(0);
    await page.getByRole("combobox", { name: "Column 1" }).selectOption("Username");
    await page.getByRole("combobox", { name: "Column 2" }).selectOption("Username");
    await expect(page.getByRole("combobox", { name: "Column 1" })).toHaveValue("nothing");
    await page.getByRole("combobox", { name: "Column 1" }).selectOption("Display name");
    await expect(importButton(page)).toHaveText("Import 2 people");
    await importButton(page).click();
    await expect(page.getByText("2 new users", { exact: true })).toBeVisible();
    await download(page, "Download passwords (CSV)");
    await page.getByRole("button", { name: "Import more" }).click();
    await expect(page.getByRole("heading", { name: "Who is to be imported?" })).toBeVisible();
    await page.goto(`/users?q=${word}`);
    await expect(page.getByRole("link", { name: "Ada Osei" })).toBeVisible();
  });

  test("finds nothing to change in what was exported", async ({
    page,
    signedInAs,
    aUser,
    aGroup,
  }) => {
    const word = aWord();
    const one = await aUser({ displayName: `=1+1 ${word}`, username: `+${word}@example.com` });
    await aGroup({ members: [one] });
    await aUser({ displayName: `Boss, "${word}"`, role: "admin" });
    await aUser({ displayName: word, role: "auditor", isDisabled: true });
    await aUser({ displayName: "somebody else" });
    await signedInAs("admin");
    await page.goto(`/users?q=${word}`);
    const file = await download(page, "Export 3 users as CSV");
    expect(file).toContain(`'=1+1 ${word}`);
    await expect(page.getByText("Export finished")).toBeVisible();
    await importFile(page, file);
    await expect(page.getByRole("radio", { name: "Same 3" })).toBeVisible();
    await expect(page.getByRole("radio", { name: "All 3" })).toBeChecked();
    await importButton(page).click({ force: true });
    await expect(page.getByRole("tooltip")).toContainText("There is nothing to change.");
  });

  test("reads what a spreadsheet on Windows saves", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await importFile(page, Buffer.from("Login;Name\r\nzoe;Zo\xeb \x80\r\n", "latin1"));
    await expect(cell(page, "Display name", "2")).toHaveValue("Zoë €");
  });

  for (const [what, content, fault] of [
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "This is not a text file."],
    ["an empty file", "", "This file is empty."],
    ["only a header", "username\n", "There is no row below the names of the columns."],
    [
      "too many rows",
      ["username", ...Array.from({ length: 10_001 }, (_, index) => `p${index}`)].join("\n"),
      "It has 10,001 rows. At most 10,000 can be imported at once: split it.",
    ],
  ] as const) {
    test(`refuses ${what} in words`, async ({ page, signedInAs }) => {
      await signedInAs("admin");
      await page.goto("/users/import");
      await openFile(page, content);
      await expect(page.getByRole("alert").filter({ hasText: fault })).toContainText("people.csv");
      await openFile(page, "username\nada");
      await expect(importButton(page)).toBeVisible();
    });
  }

  test("hands out an example that can be imported", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/users/import");
    await openFile(page, await download(page, "Download an example"));
    await expect(page.getByRole("combobox", { name: "groups" })).toHaveValue("user_group_ids");
    await expect(page.getByRole("radio", { name: /Wrong \d/ })).toBeChecked();
  });

  test("asks before edits are lost, and keeps them when the server fails", async ({
    page,
    signedInAs,
  }) => {
    const word = aWord();
    await signedInAs("admin");
    await importFile(page, `username\n${word}-a\n${word}-b`);
    await expect(importButton(page)).toHaveText("Import 2 people");
    await page.route("**/api/v1/users/import?*dry_run=true", (route) =>
      route.fulfill({ status: 400, json: { Code: 400, Message: "Not today." } }),
    );
    await cell(page, "Username", "2").fill(`${word}-c`);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("alert").filter({ hasText: "Not today." })).toBeVisible();
    await page.unroute("**/api/v1/users/import?*dry_run=true");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(cell(page, "Username", "2")).toHaveValue(`${word}-c`);

    await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").click();
    const question = page.getByRole("alertdialog", { name: "Leave without importing?" });
    await question.getByRole("button", { name: "Stay" }).click();
    await page.route("**/api/v1/users/import?*dry_run=false", (route) => route.abort());
    await importButton(page).click();
    const failure = page.getByRole("alert").filter({ hasText: "The answer did not arrive" });
    await expect(failure.getByRole("link", { name: "audit log" })).toBeVisible();
    await expect(cell(page, "Username", "2")).toHaveValue(`${word}-c`);
    await page.getByRole("button", { name: "Choose another file" }).click();
    await question.getByRole("button", { name: "Discard my changes" }).click();
    await expect(page.getByRole("heading", { name: "Who is to be imported?" })).toBeVisible();
  });

  test("does nothing where a row has become wrong since it was looked at", async ({
    page,
    db,
    signedInAs,
    aGroup,
  }) => {
    const word = aWord();
    const group = await aGroup();
    await signedInAs("admin");
    await importFile(page, `username,groups\n${word}-a,\n${word}-b,${group.name.toUpperCase()}`);
    await expect(importButton(page)).toHaveText("Import 2 people");
    await db.query(`DELETE FROM "Group" WHERE "id" = $1`, [group.id]);
    await importButton(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was imported" })).toBeVisible();
    await expect(rowOf(page, "3")).toContainText("There is no group");
    await page.goto(`/users?q=${word}`);
    await expect(page.getByText(/No users match/i).first()).toBeVisible();
  });

  test("is a command, and its page is no user's", async ({ page, signedInAs, aUser }) => {
    await signedInAs("admin");
    await page.goto("/audit");
    await page.keyboard.press("Control+k");
    const menu = page.getByRole("dialog", { name: "Search or jump to" });
    await menu.getByRole("combobox").fill("import users");
    await menu.getByRole("option", { name: "Import users" }).click();
    await expect(page.getByRole("heading", { name: "Import users" })).toBeVisible();

    await aUser({ username: "import", displayName: "Imp Orter" });
    await page.goto("/users?q=import");
    await page.getByRole("link", { name: "Imp Orter" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Imp Orter" })).toBeVisible();
    await page.getByRole("link", { name: "Sessions" }).click();
    await expect(page).toHaveURL(/\/users\/Import\/sessions$/);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Imp Orter" })).toBeVisible();
  });

  test("is not for auditors, who may export", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("auditor");
    await page.goto(`/users?q=${username}`);
    const button = page.getByRole("button", { name: "Import", exact: true });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await button.click({ force: true });
    await expect(page.getByRole("tooltip")).toContainText(/^Only .*admins can/);
    expect(await download(page, "Export 1 user as CSV")).toContain(username);
    await page.goto("/users/import");
    await expect(page.getByText(/Only .*admins can/)).toBeVisible();
    await expect(page.getByLabel("Choose a CSV file")).toHaveCount(0);
  });
});
