import type { Metadata } from "next";
import { AccountProfile } from "@/components/account/account-profile";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Account" };

/** The layout has loaded the user for its menu: the same entry of the cache. */
export default async function AccountPage() {
  await signedInContext();
  return <AccountProfile />;
}
