import { expect, test } from "vitest";
import { targetOf } from "./path";

test.each([
  "/",
  "/api/users",
  "/api/users?q=a",
  "/api/users?",
  "/api/users?q=/a?b=c",
  "/api/users/a%2Fb%3F/x;y=1?q=%23",
  "//api//users/",
  "/api/users/é?q=é&next=http://other/?x",
  "/api/../api/./users#part?q=a",
])("the target of %s is what URL makes of it", (sent) => {
  for (const origin of ["http://muster.example.com", "https://[::1]:8443"]) {
    const { href, pathname, search } = new URL(origin + sent);
    const { pathname: path, search: query } = targetOf(new Request(href));
    // URL leaves out a lone question mark.
    expect([path, query.slice(1)]).toEqual([pathname, search.slice(1)]);
  }
});
