import type { Metadata } from "next";
import { AccountPassword } from "@/components/account/account-password";
import { signedInContext } from "@/lib/auth/page-context";
import { readInputLimits } from "@/lib/server-settings/limits";

export const metadata: Metadata = { title: "Password · Account" };

export default async function AccountPasswordPage() {
  const ctx = await signedInContext();
  const { passwordMinLength } = await readInputLimits(ctx.db);
  return <AccountPassword passwordMinLength={passwordMinLength} />;
}
