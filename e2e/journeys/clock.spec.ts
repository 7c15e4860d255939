import { expect, NETWORK, test } from "../fixtures";

const hourMs = 60 * 60 * 1000;

// What came with a page counts as old at once, or as new for an hour.
for (const { name, offset } of [
  { name: "an hour ahead", offset: hourMs },
  { name: "an hour behind", offset: -hourMs },
]) {
  test(`a browser whose clock is ${name} takes over every page as it came`, async ({
    page,
    aUser,
    signedInAs,
  }) => {
    const { username } = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    await page.clock.setSystemTime(Date.now() + offset);
    for (const path of [
      "/",
      "/users?q=a",
      `/users/${username}`,
      `/users/${username}/access`,
      "/groups?q=a",
      "/roles?q=a",
      "/networks?q=a",
      `/networks/${NETWORK}`,
      "/tokens?q=a",
      "/audit?q=a",
      "/settings",
      "/account",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
}
