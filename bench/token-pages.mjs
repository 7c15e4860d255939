// 8. Pages of the API tokens of all users.
import { pagesOf, search } from "./pages.mjs";

/** @param {string} state */
const only = (state) => ({ what: `\`state=${state}\``, queries: [`state=${state}`], limitMs: 50 });

/** @type {import("./pages.mjs").Case[]} */
const cases = [
  { what: "first page", queries: [""], limitMs: 50 },
  {
    what: "page in the middle",
    queries: (total) => [`page=${Math.ceil(total / 100)}`],
    limitMs: 50,
  },
  {
    what: "first page by name, owner, end and last use",
    queries: ["name", "user_name", "expires_at", "last_used"].map((sort) => `sort=${sort}`),
    limitMs: 50,
  },
  only("active"),
  only("expired"),
  only("expiring"),
  only("unused"),
  only("owner_disabled"),
  { what: "unused, longest unused first", queries: ["state=unused&sort=last_used"], limitMs: 50 },
  {
    what: "unused, page in the middle",
    queries: (total) => [`state=unused&page=${Math.ceil(total / 500)}`],
    limitMs: 50,
  },
  { what: "expired or of disabled owners", queries: ["state=expired&state=owner_disabled"] },
  { what: "`q`, a token's name", queries: ["terraform", "backup", "ci dep"].map(search) },
  { what: "`q`, a family name", queries: ["rossi", "tanaka", "hansen"].map(search), limitMs: 50 },
  { what: "`q`, a miss", queries: ["zzz", "nobody-here", "xqj"].map(search), limitMs: 50 },
  { what: "`q` and unused", queries: ["q=terraform&state=unused", "q=rossi&state=unused"] },
];

export const measureTokenPages = pagesOf({ number: 8, path: "/api/v2/users/access_tokens", cases });
