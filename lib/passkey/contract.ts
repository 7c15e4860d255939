import { z } from "zod";
import { defineContracts, wrapped } from "@/lib/api/contract";
import { signedIn } from "@/lib/session/schema";
import { usernamePath } from "@/lib/user/schema";
import {
  creationOptions,
  passkey,
  passkeyCreate,
  passkeyPath,
  passkeySignIn,
  passkeyUpdate,
  requestOptions,
} from "./schema";

const path = "/api/users/{username}/auth/passkeys";
const about = { kind: "user", in: "path", name: "username" } as const;

export const passkeyContract = defineContracts({
  signInOptions: {
    method: "POST",
    path: "/api/users/adm/passkey/options",
    who: "anyone",
    summary: "Get what a passkey has to answer to sign in; good for 5 minutes, once",
    audit: null,
    response: wrapped(requestOptions, "Request options"),
  },
  signIn: {
    method: "POST",
    path: "/api/users/adm/passkey",
    who: "anyone",
    summary: "Continue with a passkey, which counts as both factors",
    audit: "session.create",
    throttle: { secret: "passkey" },
    body: passkeySignIn,
    response: wrapped(signedIn, "Signed in"),
  },
  confirmationOptions: {
    method: "POST",
    path: "/api/users/{username}/validate-identity/options",
    who: "identity:validate",
    about,
    summary: "Get what one's passkey has to answer to confirm who one is; good for 5 minutes, once",
    audit: null,
    params: usernamePath,
    response: wrapped(requestOptions, "Request options"),
  },
  list: {
    method: "GET",
    path,
    who: "passkeys:read",
    about,
    summary: "List one's passkeys, newest first",
    params: usernamePath,
    response: wrapped(z.array(passkey), "Passkeys"),
  },
  creationOptions: {
    method: "POST",
    path: `${path}/options`,
    who: "passkeys:manage",
    about,
    summary: "Get what a passkey is made by; good for 5 minutes, once",
    audit: null,
    params: usernamePath,
    response: wrapped(creationOptions, "Creation options"),
  },
  add: {
    method: "POST",
    path,
    who: "passkeys:manage",
    about,
    summary: "Add a passkey",
    audit: "passkey.create",
    params: usernamePath,
    body: passkeyCreate,
    response: wrapped(passkey, "Passkey added"),
  },
  rename: {
    method: "PUT",
    path: `${path}/{id}`,
    who: "passkeys:rename",
    about,
    summary: "Rename a passkey",
    audit: "passkey.update",
    params: passkeyPath,
    body: passkeyUpdate,
    response: wrapped(passkey, "Passkey renamed"),
  },
  remove: {
    method: "DELETE",
    path: `${path}/{id}`,
    who: "passkeys:manage",
    about,
    summary: "Remove a passkey",
    audit: "passkey.delete",
    params: passkeyPath,
    response: wrapped(z.null(), "Passkey removed"),
  },
});
