import { formatCount } from "@/lib/format";
import type { Session } from "@/lib/session/schema";

const methods: Record<string, string> = {
  password: "Password",
  passkey: "Passkey",
  oidc: "Single sign-on",
};

/** How somebody proved who they are: "Password and MFA", "Single sign-on". A passkey is both factors in one. */
export function signInMethod({
  auth_method: method,
  mfa,
}: Pick<Session, "auth_method" | "mfa">): string {
  const name = methods[method] ?? method;
  return mfa && method !== "passkey" ? `${name} and MFA` : name;
}

/** What signing out everywhere ends: the session in use and, if there are any, the others. */
export function allEndText(count: number): string {
  if (count === 1) return "This session ends immediately.";
  return `${formatCount(count, "session")} end immediately, including this one.`;
}
