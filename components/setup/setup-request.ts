import type { z } from "zod";
import { isRefusal } from "@/lib/api/api-error";
import type { superAdminCreate } from "@/lib/user/schema";
import { requireCookies } from "@/components/session/browser-session";
import { signIn } from "@/components/session/sign-in-request";
import { callUsers } from "@/components/user/calls";

type SuperAdminInput = z.input<ReturnType<typeof superAdminCreate>>;

/** Creates the super admin and signs in as them. @throws ApiError */
export async function setUp(body: SuperAdminInput, token: string): Promise<void> {
  await requireCookies();
  await callUsers("createSuperAdmin", {
    body,
    headers: token === "" ? {} : { "X-Setup-Token": token },
  });
  await signIn({ username: body.username, password: body.password });
}

/** Whether the server wants another proof of the right to do so; its message says what is wrong with this one. */
export function isProofRefusal(error: unknown): boolean {
  return isRefusal(error, "forbidden");
}
