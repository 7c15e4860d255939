import { z } from "zod";
import { defineContracts, wrapped } from "@/lib/api/contract";
import { usernamePath } from "@/lib/user/schema";
import {
  identityCheck,
  identityChecked,
  logoutQuery,
  session,
  sessionIdQuery,
  sessionsQuery,
  signedIn,
  signIn,
} from "./schema";

const target = { in: "query", name: "username", defaultsToSelf: true } as const;

export const sessionContract = defineContracts({
  authenticate: {
    method: "POST",
    path: "/api/users/adm/authenticate",
    who: "anyone",
    summary: "Sign in with a password",
    audit: "session.create",
    throttle: { secret: "password", account: { in: "body", name: "username" } },
    body: signIn,
    response: wrapped(signedIn, "Signed in"),
  },
  validateIdentity: {
    method: "POST",
    path: "/api/users/{username}/validate-identity",
    who: "identity:validate",
    target: { in: "path", name: "username" },
    summary: "Confirm who one is, for actions that need it",
    audit: "session.confirm-identity",
    throttle: { secret: "password", account: { in: "path", name: "username" } },
    params: usernamePath,
    body: identityCheck,
    response: wrapped(identityChecked, "Identity check"),
  },
  logout: {
    method: "POST",
    path: "/api/v1/users/logout",
    who: "sessions:manage",
    target,
    summary: "Sign out: this session, or all sessions of a user",
    audit: "session.end",
    query: logoutQuery,
    response: wrapped(z.null(), "Signed out"),
  },
  list: {
    method: "GET",
    path: "/api/v1/users/sessions",
    who: "sessions:manage",
    target,
    summary: "List a user's sessions, newest first (at most the newest 1,000)",
    query: sessionsQuery,
    response: wrapped(z.array(session), "Sessions"),
  },
  endAll: {
    method: "DELETE",
    path: "/api/v1/users/sessions",
    who: "sessions:manage",
    target,
    summary: "End all sessions of a user",
    audit: "session.end",
    query: sessionsQuery,
    response: wrapped(z.null(), "Sessions ended"),
  },
  end: {
    method: "DELETE",
    path: "/api/v1/users/session",
    who: "sessions:end",
    summary: "End one session",
    audit: "session.end",
    query: sessionIdQuery,
    response: wrapped(z.null(), "Session ended"),
  },
});
