import { z } from "zod";
import { defineContracts, wrapped } from "@/lib/api/contract";
import { usernamePath } from "@/lib/user/schema";
import { identity, identityPath } from "./schema";

const path = "/api/users/{username}/auth/identities";
const about = { kind: "user", in: "path", name: "username" } as const;

export const identityContract = defineContracts({
  list: {
    method: "GET",
    path,
    who: "identities:read",
    about,
    summary: "List the identities at providers that a user signs in by",
    params: usernamePath,
    response: wrapped(z.array(identity), "Identities"),
  },
  link: {
    method: "POST",
    path,
    who: "identities:manage",
    about,
    summary: "Link the identity that this browser proved at a provider in the last 10 minutes",
    audit: "identity.link",
    params: usernamePath,
    response: wrapped(identity, "Identity linked"),
  },
  unlink: {
    method: "DELETE",
    path: `${path}/{id}`,
    who: "identities:manage",
    about,
    summary: "Unlink an identity",
    audit: "identity.unlink",
    params: identityPath,
    response: wrapped(z.null(), "Identity unlinked"),
  },
});
