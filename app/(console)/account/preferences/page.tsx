import type { Metadata } from "next";
import { Preferences } from "@/components/settings/preferences";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Preferences · Account" };

/** The layout has loaded the preferences, which every page follows. */
export default async function AccountPreferencesPage() {
  await signedInContext();
  return <Preferences />;
}
