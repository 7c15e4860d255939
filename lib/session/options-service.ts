import "server-only";
import { configuredProviders } from "@/lib/auth/providers";
import { relyingPartyId } from "@/lib/auth/relying-party";
import type { Context } from "@/lib/context";
import { signInSettings } from "@/lib/server-settings/effects";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";
import type { SignInOptions } from "./schema";

/** How people sign in here; for everybody, because it is asked before anybody is signed in. */
export async function signInOptions(ctx: Context): Promise<SignInOptions> {
  const { basicAuth } = await signInSettings(ctx.db);
  return {
    basic_auth: basicAuth,
    passkeys: relyingPartyId(ctx) !== null,
    providers: configuredProviders().map(({ id, name }) => ({ id, name })),
    has_super_admin: await hasSuperAdmin(ctx),
  };
}
