import { z } from "zod";
import { defineContracts, streamed, wrapped } from "@/lib/api/contract";
import {
  accessToken,
  tokenCreate,
  tokenCreated,
  tokenIdQuery,
  tokenListQuery,
  tokenPage,
  tokensQuery,
} from "./schema";

const path = "/api/v1/users/access_token";

export const tokenContract = defineContracts({
  list: {
    method: "GET",
    path,
    who: "tokens:read",
    about: { kind: "user", in: "query", name: "username" },
    summary: "List a user's API tokens, newest first",
    query: tokensQuery,
    response: streamed(accessToken, "API tokens"),
  },
  create: {
    method: "POST",
    path,
    who: "tokens:manage",
    about: { kind: "row" },
    summary: "Create an API token, which is shown this once",
    audit: "token.create",
    body: tokenCreate,
    response: wrapped(tokenCreated, "API token created"),
  },
  revoke: {
    method: "DELETE",
    path,
    who: "tokens:manage",
    about: { kind: "row" },
    summary: "Revoke an API token, and those that were made with it",
    audit: "token.revoke",
    query: tokenIdQuery,
    response: wrapped(z.null(), "API token revoked"),
  },
  page: {
    method: "GET",
    path: "/api/v2/users/access_tokens",
    who: "tokens:list",
    summary: "Search, filter, sort and page the API tokens of all users",
    query: tokenListQuery,
    response: wrapped(tokenPage, "API tokens"),
  },
});
