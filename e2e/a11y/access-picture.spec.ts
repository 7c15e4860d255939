import { expectAccessible } from "./axe";
import { expectNoSidewaysScrolling, inEveryLook } from "./looks";
import { expect, test } from "../fixtures";
import { withGateways } from "../gateways-stub";

inEveryLook((look) => {
  test("the picture of much is accessible", async ({
    page,
    signedInAs,
    aNetwork,
    aGroup,
    aUser,
  }) => {
    await signedInAs("admin", look);
    const user = await aUser();
    const networks = [];
    for (let count = 0; count < 12; count += 1) networks.push(await aNetwork());
    for (let first = 0; first < 6; first += 1) {
      await aGroup({
        name:
          `${"Wartungsmannschaft-".repeat(3)}${user.username.slice(-7)}`.slice(0, 63) +
          String(first),
        networks: networks.slice(first, first + 6),
        members: [user],
      });
    }
    await withGateways(page, { names: ["Roof", "Dock"] });
    await page.goto(`/users/${user.username}/access`);
    await expect(page.getByText(`because attached to the gateway directly`).first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    const picture = page.getByRole("group", { name: /^Picture of access/ });
    if (!(await picture.isVisible())) return;
    await picture.getByRole("button", { name: "2 gateways" }).first().click();
    await expect(picture.getByRole("link", { name: "Gateway Roof" })).toBeVisible();
    await picture.locator("[data-thing]", { hasText: user.username }).focus();
    await page.keyboard.press("ArrowRight");
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  });
});
