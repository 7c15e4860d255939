// Invites for browser tests to start from, made by the API.
import type { APIRequestContext } from "@playwright/test";
import { masterKey } from "./environment";
import { expect } from "./fixtures";

/** Invites these addresses. */
export async function invite(
  request: APIRequestContext,
  emails: readonly string[],
  body: object = {},
): Promise<void> {
  const answer = await request.post("/api/v1/users/invite", {
    headers: { Authorization: `Bearer ${masterKey}` },
    data: { user_emails: emails, ...body },
  });
  expect(answer.status()).toBe(200);
}
