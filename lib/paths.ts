type NetworkTab = "gateways" | "groups" | "roles" | "configs" | "addresses" | "activity";

/** The addresses of our pages. */
export const paths = {
  home: "/",
  setup: "/setup",
  /** @param back where to go afterwards */
  signIn: (back?: string) =>
    back === undefined || back === "/" ? "/sign-in" : `/sign-in?back=${encodeURIComponent(back)}`,
  /** Where whoever has to set up MFA is led. @param back where to go afterwards */
  enrolMfa: (back?: string) =>
    back === undefined || back === "/"
      ? "/enrol-mfa"
      : `/enrol-mfa?back=${encodeURIComponent(back)}`,
  /** As `signIn`, for whom the API has refused: who is still signed in for pages is not led straight back. */
  signInAgain: (back: string) => `/sign-in?back=${encodeURIComponent(back)}&again=true`,
  /** Why a provider did not let somebody in, in a word. */
  signInError: (error: "provider" | "throttled" | "disabled" | "email" | "domain", back?: string) =>
    withBack(`/sign-in?error=${error}`, back),
  /** For whom a provider knows, and whose account is not linked to it yet. */
  signInToLink: (provider: string, back?: string) =>
    withBack(`/sign-in?link=${encodeURIComponent(provider)}`, back),
  /** Of whoever waits to be let in. */
  pending: "/pending",
  users: "/users",
  importUsers: "/users/import",
  /** Names are compared in lower case, addresses as they stand: somebody called "import" has a page too. */
  user: (username: string, tab?: "access" | "sessions" | "tokens" | "configs" | "activity") =>
    `/users/${encodeURIComponent(username === "import" ? "Import" : username)}${tab ? `/${tab}` : ""}`,
  /** As `signIn`, with the name filled in. */
  signInAs: (username: string) => `/sign-in?username=${encodeURIComponent(username)}`,
  /** The sign-up page of whoever was invited. */
  signUp: "/invite",
  /** The link of an invite, which leads to the sign-up page. */
  invite: (email: string, code: string) =>
    `/invite?email=${encodeURIComponent(email)}&invite_code=${encodeURIComponent(code)}`,
  invites: "/invites",
  pendingUsers: "/pending-users",
  groups: "/groups",
  group: (id: string, tab?: "access" | "activity") =>
    `/groups/${encodeURIComponent(id)}${tab ? `/${tab}` : ""}`,
  roles: "/roles",
  platformRoles: "/roles/platform",
  role: (id: string, tab?: "groups" | "activity") =>
    `/roles/${encodeURIComponent(id)}${tab ? `/${tab}` : ""}`,
  networks: "/networks",
  network: (netid: string, tab?: NetworkTab) =>
    `/networks/${encodeURIComponent(netid)}${tab ? `/${tab}` : ""}`,
  gateways: "/gateways",
  gateway: (id: string, tab?: "people" | "configs" | "activity") =>
    `/gateways/${encodeURIComponent(id)}${tab ? `/${tab}` : ""}`,
  clientConfigs: "/client-configs",
  clientConfig: (id: string, tab?: "activity") =>
    `/client-configs/${encodeURIComponent(id)}${tab ? `/${tab}` : ""}`,
  account: "/account",
  accountAccess: "/account/access",
  accountPreferences: "/account/preferences",
  accountPassword: "/account/password",
  accountSecurity: "/account/security",
  /** For whom a provider has vouched just now. */
  offerToLink: (provider: string) => `/account/security?offer=${encodeURIComponent(provider)}`,
  accountSessions: "/account/sessions",
  accountTokens: "/account/tokens",
  accountActivity: "/account/activity",
  tokens: "/tokens",
  audit: "/audit",
  serverSettings: "/settings",
  docs: "/docs",
  openApi: "/api/openapi.json",
} as const;

function withBack(path: string, back = "/"): string {
  return back === "/" ? path : `${path}&back=${encodeURIComponent(back)}`;
}

/** A path, and no other server: browsers take a backslash for a slash, and leave out tabs and line breaks. */
const OWN_PATH = /^\/(?!\/)[^\\\p{Cc}]*$/u;

const steps = [paths.signIn(), paths.enrolMfa()];

/** Where to go after signing in: only ever a page of ours. */
export function safeBack(back: string | null | undefined): string {
  if (!back || !OWN_PATH.test(back)) return paths.home;
  return steps.some((step) => back.startsWith(step)) ? paths.home : back;
}
