import { formatCount } from "@/lib/format";

const methods: Record<string, string> = {
  password: "Password",
  passkey: "Passkey",
  oidc: "Single sign-on",
};

/** How somebody proved who they are: "Password", "Single sign-on". */
export function signInMethod(method: string): string {
  return methods[method] ?? method;
}

/** What signing out everywhere ends: the session in use and, if there are any, the others. */
export function allEndText(count: number): string {
  if (count === 1) return "This session ends immediately.";
  return `${formatCount(count, "session")} end immediately, including this one.`;
}
