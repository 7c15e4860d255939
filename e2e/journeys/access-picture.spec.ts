// What somebody reaches, drawn: seen, walked through by keyboard, and changed from there.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { withGateways } from "../gateways-stub";

const pictureOn = (page: Page) => page.getByRole("group", { name: /^Picture of access/ });
const thingIn = (picture: Locator, name: string) =>
  picture.locator("[data-thing]", { hasText: name });
const accent = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "var(--accent)";
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });

test.describe("the picture of access", () => {
  test("lights the ways through what is pointed at, and through what is focused", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin");
    const user = await aUser();
    const [lab, yard] = [await aNetwork(), await aNetwork()];
    const inLab = await aGroup({ networks: [lab], members: [user] });
    const inYard = await aGroup({ networks: [yard], members: [user] });
    await page.goto(`/users/${user.username}/access`);
    const picture = pictureOn(page);
    const lit = await accent(page);
    const [labThing, yardThing] = [
      thingIn(picture, `Network ${lab.netid}`),
      thingIn(picture, `Network ${yard.netid}`),
    ];
    await expect(picture.locator("> svg path")).toHaveCount(6);
    await expect(labThing).toHaveAttribute(
      "aria-description",
      new RegExp(`^Because member of “${inLab.name}”`),
    );

    await thingIn(picture, inLab.name).hover();
    await expect(labThing).toHaveCSS("border-top-color", lit);
    await expect(yardThing).not.toHaveCSS("border-top-color", lit);
    await page.mouse.move(0, 0);
    await expect(labThing).not.toHaveCSS("border-top-color", lit);

    await thingIn(picture, user.username).focus();
    await page.keyboard.press("ArrowRight");
    const groups = picture.getByRole("link", { name: /^Group / });
    await expect(picture.getByRole("button", { name: /^What if / }).first()).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(groups.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(groups.last()).toBeFocused();
    const last = (await groups.last().textContent())?.includes(inYard.name) ? yard : lab;
    const reached = thingIn(picture, `Network ${last.netid}`);
    await expect(reached).toHaveCSS("border-top-color", lit);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(reached).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/networks/${last.netid}`);
  });

  test("calls people by their names, and leads to the pages of what it shows", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin");
    const user = await aUser({ displayName: "Ada Lovelace" });
    const network = await aNetwork();
    await aGroup({ networks: [network], members: [user] });
    await withGateways(page, { names: ["Roof", "Dock"] });
    await page.goto(`/users/${user.username}/access`);
    const picture = pictureOn(page);
    const person = picture.getByRole("link", { name: /^Person Ada Lovelace/ });
    await expect(person).toContainText(user.username);
    await expect(person).toHaveAttribute("href", `/users/${user.username}`);

    await picture.getByRole("button", { name: "2 gateways" }).click();
    await expect(picture.getByRole("link", { name: "Gateway Roof" })).toHaveAttribute(
      "href",
      `/gateways/${encodeURIComponent(`${network.netid} Roof`)}`,
    );
  });

  test("tells what a membership gives, and lets it go", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin");
    const user = await aUser();
    const network = await aNetwork();
    const needless = await aGroup({ networks: [network], members: [user] });
    const only = await aGroup({ networks: [network], members: [user] });
    await page.goto(`/users/${user.username}/access`);
    const picture = pictureOn(page);
    const leave = (name: string) =>
      picture.getByRole("button", { name: `What if “${name}” were left?` });

    await leave(needless.name).focus();
    await page.keyboard.press("Enter");
    await expect(
      page.getByText("They lose nothing: the same is reached in other ways."),
    ).toBeVisible();
    await page.getByRole("button", { name: "Remove from group" }).click();
    await expect(thingIn(picture, needless.name)).toHaveCount(0);
    await expect(thingIn(picture, only.name)).toBeVisible();

    await leave(only.name).focus();
    await page.keyboard.press("Enter");
    const lost = page.getByRole("region", { name: "What would be lost" });
    await expect(lost).toContainText("They lose 1 network");
    await expect(lost).toContainText(`Networks: ${network.netid}.`);
    await page.keyboard.press("Escape");
    await expect(leave(only.name)).toBeFocused();
  });

  test("folds groups that grant the same, and opens the gateways of a network", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin");
    const user = await aUser();
    const network = await aNetwork();
    for (let count = 0; count < 4; count += 1)
      await aGroup({ networks: [network], members: [user] });
    await withGateways(page, { names: ["Roof", "Dock"] });
    await page.goto(`/users/${user.username}/access`);
    const picture = pictureOn(page);
    const fold = picture.getByRole("button", { name: /^4 groups/ });
    await expect(picture.getByText("Attached directly")).toBeVisible();
    await fold.click();
    await expect(fold).toHaveAttribute("aria-expanded", "true");
    await expect(picture.getByRole("link", { name: /^Group / })).toHaveCount(4);

    await picture.getByRole("button", { name: "2 gateways" }).click();
    await picture.getByRole("link", { name: "Gateway Roof" }).focus();
    const lit = await accent(page);
    await expect(thingIn(picture, user.username)).toHaveCSS("border-top-color", lit);
    await expect(fold).not.toHaveCSS("border-top-color", lit);
  });

  test("is words for an administrator, and refuses who may not change anything", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("auditor");
    const admin = await aUser({ role: "admin" });
    await page.goto(`/users/${admin.username}/access`);
    await expect(
      page.getByText("Administrators have every gateway of every network").first(),
    ).toBeVisible();
    await expect(pictureOn(page)).toHaveCount(0);

    const user = await aUser();
    const group = await aGroup({ networks: [await aNetwork()], members: [user] });
    await page.goto(`/users/${user.username}/access`);
    const leave = pictureOn(page).getByRole("button", {
      name: `What if “${group.name}” were left?`,
    });
    await expect(leave).toHaveAttribute("aria-disabled", "true");
    await expect(leave).toHaveAccessibleDescription(/^Only .* can change users\.$/);
    await expect(page.getByRole("button", { name: "Attach to gateway" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  test("leads to taking an attachment away", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin");
    const user = await aUser();
    const network = await aNetwork();
    await aGroup({ networks: [network], members: [user] });
    await withGateways(page, { names: ["Roof", "Dock"] });
    const asked: string[] = [];
    await page.route("**/remote_access_gw/*", async (route) => {
      asked.push(`${route.request().method()} ${decodeURIComponent(route.request().url())}`);
      await route.fulfill({ json: {} });
    });
    await page.goto(`/users/${user.username}/access`);
    await page.getByRole("button", { name: `2 gateways of ${network.netid}` }).click();
    await page.getByRole("button", { name: "Detach from Roof" }).click();
    await expect(page.getByText("3 client configs of theirs on it will be deleted.")).toBeVisible();
    await page.getByRole("button", { name: "Detach", exact: true }).click();
    await expect(page.getByText("was detached from")).toBeVisible();
    expect(asked).toEqual([
      expect.stringMatching(
        new RegExp(`^DELETE .*/api/users/${user.username}/remote_access_gw/${network.netid} Roof$`),
      ),
    ]);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 900 } });

  test("the lists stand for the picture", async ({ page, signedInAs, aNetwork, aGroup, aUser }) => {
    await signedInAs("admin");
    const user = await aUser();
    const group = await aGroup({ networks: [await aNetwork()], members: [user] });
    await page.goto(`/users/${user.username}/access`);
    await expect(page.getByText(`because member of “${group.name}”`)).toBeVisible();
    await expect(pictureOn(page)).toBeHidden();
  });
});
