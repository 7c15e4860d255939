import type { Metadata } from "next";
import { AccountPassword } from "@/components/account/account-password";
import { signedInContext } from "@/lib/auth/page-context";
import { getInputLimits } from "@/lib/server-settings/service";

export const metadata: Metadata = { title: "Password · Account" };

export default async function AccountPasswordPage() {
  const ctx = await signedInContext();
  const { passwordMinLength } = await getInputLimits(ctx);
  return <AccountPassword passwordMinLength={passwordMinLength} />;
}
