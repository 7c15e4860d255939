import type { Metadata } from "next";
import { headers } from "next/headers";
import { PublicLayout } from "@/components/layout/public-layout";
import { SetupForm } from "@/components/setup/setup-form";
import { ButtonLink } from "@/components/ui/button-link";
import { pageContext } from "@/lib/auth/page-context";
import { needsSetupToken } from "@/lib/auth/setup";
import { paths } from "@/lib/paths";
import { getInputLimits } from "@/lib/server-settings/service";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  const ctx = await pageContext();
  if (await hasSuperAdmin(ctx)) return <AlreadySetUp />;
  const { passwordMinLength } = await getInputLimits(ctx);
  return (
    <PublicLayout
      title="Set up Muster"
      description="Create the super admin: the account with full control."
    >
      <SetupForm
        needsToken={needsSetupToken(new Headers(await headers()))}
        passwordMinLength={passwordMinLength}
      />
    </PublicLayout>
  );
}

function AlreadySetUp() {
  return (
    <PublicLayout
      title="Muster is set up already"
      description="Sign in, or ask an administrator for an account."
    >
      <ButtonLink href={paths.signIn()} variant="primary">
        Go to sign in
      </ButtonLink>
    </PublicLayout>
  );
}
