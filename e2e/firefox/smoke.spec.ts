// The one journey in another engine: what a page needs of its browser before anything else.
import { expect, PASSWORD, test } from "../fixtures";
import { Firefox, keys } from "./firefox";

test("somebody signs in, searches by key and changes a name", async ({ baseURL, aUser }) => {
  const origin = baseURL ?? "";
  const admin = await aUser({ role: "admin" });
  const user = await aUser({ displayName: "Grace" });
  const firefox = await Firefox.start(process.env.FIREFOX_PATH ?? "");
  const becomes = (expression: string) => expect.poll(() => firefox.evaluate(expression));
  const focus = (selector: string) => `document.querySelector('${selector}')?.focus()`;
  const isFocused = (selector: string) => `!!document.activeElement?.matches('${selector}')`;
  try {
    await firefox.goto(`${origin}/sign-in?back=/users`);
    await becomes(isFocused("[name=username]")).toBe(true);
    await firefox.type(`${admin.username}${keys.tab}${PASSWORD}${keys.enter}`);
    await becomes("location.pathname").toBe("/users");

    // Whether the page's script is there or not, the key is ours: Firefox would open a search of its own.
    await firefox.goto(`${origin}/users`, "interactive");
    await firefox.type(`/${user.username}`);
    await becomes("location.search").toContain(user.username);

    const link = `main a[href="/users/${user.username}"]`;
    await becomes(`${focus(link)}; ${isFocused(link)}`).toBe(true);
    await firefox.type(keys.enter);
    const field = "[name=display_name]";
    await becomes(`document.querySelector('${field}')?.select(); ${isFocused(field)}`).toBe(true);
    await firefox.type(`Grace Hopper${keys.enter}`);
    await becomes("document.querySelector('h1')?.textContent").toBe("Grace Hopper");
  } finally {
    await firefox.stop();
  }
});
