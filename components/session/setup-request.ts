import type { z } from "zod";
import { callUsers } from "@/components/user/calls";
import { ApiError } from "@/lib/api/client";
import type { superAdminCreate } from "@/lib/user/schema";
import { signIn } from "./sign-in-request";

type SuperAdminInput = z.input<ReturnType<typeof superAdminCreate>>;

/** Creates the super admin and signs in as him. @throws ApiError */
export async function setUp(body: SuperAdminInput, token: string): Promise<void> {
  await callUsers("createSuperAdmin", {
    body,
    headers: token === "" ? {} : { "X-Setup-Token": token },
  });
  await signIn({ username: body.username, password: body.password });
}

export function isTokenRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}
