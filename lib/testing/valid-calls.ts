// One call of every endpoint that is valid, for tests that go through all of them.
import type { CallInput } from "./call-as";
import { aUser, PASSWORD, uniqueName, type TestUser } from "./factories";

export interface ValidCall {
  /** Answered with `status`, else with 200, by a super admin. */
  input: () => CallInput | Promise<CallInput>;
  status?: number;
  /** Keys of the body that hold text. */
  textKeys?: string[];
  /** Keys of the body that hold a number. */
  numberKeys?: string[];
  required?: string[];
}

const someUser = async () => ({ params: { username: (await aUser()).username } });
const named = async () => ({ query: { username: (await aUser()).username } });

/** @param superAdmin who calls */
export function validCalls(superAdmin: () => TestUser): Record<string, ValidCall> {
  return {
    "GET /api/users": { input: () => ({}) },
    "GET /api/v2/users": { input: () => ({}) },
    "GET /api/users/{username}": { input: someUser },
    "GET /api/v1/users": { input: named },
    "POST /api/users/{username}": {
      input: () => ({
        params: { username: uniqueName() },
        body: { password: PASSWORD, platform_role_id: "service-user" },
      }),
      textKeys: [
        "username",
        "password",
        "display_name",
        "platform_role_id",
        "external_identity_provider_id",
      ],
      required: ["password", "platform_role_id"],
    },
    "PUT /api/users/{username}": {
      input: async () => ({ ...(await someUser()), body: { display_name: "Somebody" } }),
      textKeys: ["username", "password", "display_name", "platform_role_id"],
    },
    "DELETE /api/users/{username}": { input: someUser },
    "POST /api/users/{username}/disable": { input: someUser },
    "POST /api/users/{username}/enable": { input: someUser },
    "DELETE /api/v1/users/bulk": {
      input: () => ({ body: { ids: [uniqueName()] } }),
      textKeys: ["ids.0"],
      required: ["ids"],
    },
    "POST /api/v1/users/bulk/status": {
      input: () => ({ body: { ids: [uniqueName()], disable: true } }),
      textKeys: ["ids.0"],
      required: ["disable", "ids"],
    },
    "POST /api/users/adm/createsuperadmin": {
      input: () => ({ body: { username: uniqueName(), password: PASSWORD } }),
      status: 409,
      textKeys: ["username", "password", "display_name"],
      required: ["password", "username"],
    },
    "GET /api/users/adm/hassuperadmin": { input: () => ({}) },
    "GET /api/users/adm/hasadmin": { input: () => ({}) },
    "POST /api/users/adm/transfersuperadmin/{username}": { input: someUser, status: 409 },
    "POST /api/users/adm/authenticate": {
      input: () => ({ body: { username: uniqueName(), password: PASSWORD } }),
      status: 401,
      textKeys: ["username", "password"],
      required: ["password", "username"],
    },
    "POST /api/users/{username}/validate-identity": {
      input: () => ({ params: { username: superAdmin().username }, body: { password: PASSWORD } }),
      textKeys: ["password"],
      required: ["password"],
    },
    "GET /api/users/{username}/settings": {
      input: () => ({ params: { username: superAdmin().username } }),
    },
    "PUT /api/users/{username}/settings": {
      input: () => ({ params: { username: superAdmin().username }, body: { theme: "dark" } }),
      textKeys: ["theme", "text_size"],
    },
    "POST /api/v1/users/logout": { input: named },
    "GET /api/v1/users/sessions": { input: named },
    "DELETE /api/v1/users/sessions": { input: named },
    "GET /api/v1/users/throttle": { input: named },
    "DELETE /api/v1/users/throttle": { input: named },
    "DELETE /api/v1/users/session": { input: () => ({ query: { id: "nothing" } }), status: 404 },
    "GET /api/v1/users/access_token": { input: named },
    "POST /api/v1/users/access_token": {
      input: () => ({ body: { user_name: superAdmin().username, name: uniqueName() } }),
      textKeys: ["user_name", "name", "expires_at"],
      required: ["name", "user_name"],
    },
    "DELETE /api/v1/users/access_token": {
      input: () => ({ query: { id: "nothing" } }),
      status: 404,
    },
    "GET /api/v2/users/access_tokens": { input: () => ({}) },
    "GET /api/v1/audit": { input: () => ({}) },
    "GET /api/server/settings": { input: () => ({}) },
    "PUT /api/server/settings": {
      input: () => ({ body: { invite_days: 7 } }),
      textKeys: ["allowed_email_domains.0"],
      numberKeys: ["session_minutes", "invite_days", "token_max_days", "password_min_length"],
    },
    "GET /api/openapi.json": { input: () => ({}) },
    "GET /api/health": { input: () => ({}) },
    "GET /api/ready": { input: () => ({}) },
  };
}
