// 3. Pages of all users.
import { pagesOf, search } from "./pages.mjs";

/** @type {import("./pages.mjs").Case[]} */
const cases = [
  { what: "first page", queries: [""], limitRatio: 2 },
  {
    what: "page in the middle",
    queries: (total) => [`page=${Math.ceil(total / 100)}`],
    limitMs: 50,
  },
  {
    what: "`q`, a hit of a few users (a username)",
    queries: ["aoi.yamamoto", "jakub.nowak", "anna_schmidt", "kofi.mensah", "maria.garcia"].map(
      search,
    ),
    limitRatio: 2,
  },
  {
    what: "`q`, a hit of 0.5 to 1 % (a family name)",
    queries: ["rossi", "kowalski", "tanaka", "hansen", "silva"].map(search),
    limitRatio: 2,
  },
  {
    what: "`q`, a hit of 9 to 45 % (three or four letters)",
    queries: ["com", "org", "exam", "ple", "example"].map(search),
    limitRatio: 2,
  },
  {
    what: "`q`, a miss",
    queries: ["zzz", "nobody-here", "maria.zzz", "xqj"].map(search),
    limitMs: 50,
  },
  { what: "`q`, two letters", queries: ["an", "th", "kw", "qz", "zx"].map(search), limitMs: 500 },
  { what: "`q`, one letter", queries: ["a", "q", "x", "é"].map(search), limitMs: 500 },
  {
    what: "one filter, of many",
    queries: [
      "role=service-user",
      "account_status=disabled",
      "mfa_status=enabled",
      "auth_type=oauth",
    ],
    limitRatio: 2,
  },
  { what: "one filter, of few", queries: ["role=auditor", "role=admin"], limitRatio: 2 },
  {
    what: "three filters",
    queries: [
      "role=service-user&account_status=enabled&mfa_status=enabled",
      "role=platform-user&account_status=disabled&auth_type=oauth",
      "account_status=disabled&mfa_status=enabled&auth_type=basic_auth",
    ],
    limitMs: 50,
  },
  {
    what: "search and filter",
    queries: ["q=com&mfa_status=enabled", "q=rossi&role=platform-user"],
  },
  {
    what: "page in the middle, by last sign-in",
    queries: (total) => [`sort=last_login_time&page=${Math.ceil(total / 100)}`],
  },
];

export const measureUserPages = pagesOf({ number: 3, path: "/api/v2/users", cases });
