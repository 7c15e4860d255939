import { z } from "zod";
import { nameInput, pageOf, pageQuery, text, timeInput, wireTime } from "@/lib/wire-schemas";
import { usernameParam } from "@/lib/user/username";
import { MAX_TOKEN_NAME, tokenSorts, tokenStates } from "./values";

export const accessToken = z
  .object({
    id: z.uuid(),
    name: z.string(),
    user_name: z.string(),
    expires_at: wireTime,
    last_used: wireTime,
    created_by: z.string(),
    created_at: wireTime,
  })
  .meta({ id: "UserAccessToken" });
export type AccessToken = z.infer<typeof accessToken>;

export const tokenName = nameInput("A token's name", MAX_TOKEN_NAME);

export const tokenCreate = z.object({
  user_name: text().transform((value) => value.toLowerCase()),
  name: tokenName,
  /** Absent: as long as a token usually lives. */
  expires_at: timeInput.optional(),
});
export type TokenCreate = z.output<typeof tokenCreate>;

/** The only time that the token leaves the server. */
export const tokenCreated = z.object({ UserName: z.string(), AuthToken: z.string() });
export type TokenCreated = z.infer<typeof tokenCreated>;

export const tokensQuery = z.object({ username: usernameParam });
export const tokenIdQuery = z.object({ id: z.string() });

export const tokenListQuery = pageQuery.extend({
  q: z.string().optional(),
  state: z.array(z.enum(tokenStates)).optional(),
  /** Absent: newest first. */
  sort: z.enum(tokenSorts).optional(),
  order: z.enum(["asc", "desc"]).optional(),
});
export type TokenListQuery = z.output<typeof tokenListQuery>;

export const listedToken = accessToken
  .extend({ owner_disabled: z.boolean() })
  .meta({ id: "ListedUserAccessToken" });
export type ListedToken = z.infer<typeof listedToken>;

export const tokenPage = pageOf(listedToken);
export type TokenPage = z.infer<typeof tokenPage>;
