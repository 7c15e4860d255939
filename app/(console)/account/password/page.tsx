import type { Metadata } from "next";
import { AccountPassword } from "@/components/account/account-password";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Password · Account" };

export default async function AccountPasswordPage() {
  await signedInContext();
  return <AccountPassword />;
}
