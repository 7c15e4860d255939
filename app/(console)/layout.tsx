import type { ReactNode } from "react";
import { cookies, headers } from "next/headers";
import { CommandMenuHost, OpenCommandMenu } from "@/components/console/command-menu-host";
import { ConsoleProviders } from "@/components/console/console-providers";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { navSections } from "@/components/console/nav";
import { MFA_RESET_SEEN_COOKIE, RESET_SEEN_COOKIE } from "@/components/console/reset-seen";
import { SecurityBanners } from "@/components/console/security-banners";
import { UserMenu } from "@/components/console/user-menu";
import { AppShell } from "@/components/layout/app-shell";
import { ShortcutsDialog } from "@/components/layout/shortcuts-dialog";
import { PreferencesProvider } from "@/components/settings/preferences-provider";
import { settingsQuery } from "@/components/settings/queries";
import { userDetailQuery } from "@/components/user/queries";
import { latestAboutOwn, latestAudit } from "@/lib/audit/service";
import { pageContext, signedInContext } from "@/lib/auth/page-context";
import { preferencesOf } from "@/lib/settings/service";
import { getInputLimits } from "@/lib/server-settings/service";
import { longestTokenDays } from "@/lib/token/service";
import { getUserDetail } from "@/lib/user/service";

/** The console's frame. It sends whoever is not signed in away, for comfort; each page checks for itself. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext();
  const { actor } = ctx;
  // No page is right without these.
  const [preferences, { passwordMinLength }, tokenMaxDays, reset, mfaReset] = await Promise.all([
    preferencesOf(await pageContext()),
    getInputLimits(ctx),
    longestTokenDays(ctx),
    unseenReset(ctx),
    unseenMfaReset(ctx),
  ]);
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <ConsoleProviders actor={actor} limits={{ passwordMinLength, tokenMaxDays }} nonce={nonce}>
      <FirstPaint
        ctx={ctx}
        reads={[
          firstRead(settingsQuery(actor.username), () => Promise.resolve(preferences)),
          firstRead(userDetailQuery(actor.username), () => getUserDetail(ctx, actor.username)),
        ]}
      >
        <PreferencesProvider>
          <AppShell
            sections={navSections(actor)}
            topActions={<OpenCommandMenu />}
            compactTopActions={<OpenCommandMenu isCompact />}
            userMenu={<UserMenu />}
            compactUserMenu={<UserMenu isCompact />}
            banner={<SecurityBanners reset={reset} mfaReset={mfaReset} />}
          >
            {children}
          </AppShell>
          <ShortcutsDialog />
          <CommandMenuHost />
        </PreferencesProvider>
      </FirstPaint>
    </ConsoleProviders>
  );
}

/** The last reset of the super admin's password, until its owner has dismissed the notice in this browser. */
async function unseenReset(ctx: Awaited<ReturnType<typeof signedInContext>>) {
  if (ctx.actor.role !== "super-admin") return null;
  const reset = await latestAudit(ctx, "user.reset-super-admin");
  const seen = (await cookies()).get(RESET_SEEN_COOKIE)?.value;
  return reset?.id === seen ? null : reset;
}

const TOLD_MS = 30 * 24 * 60 * 60_000;

/** The last reset of one's own MFA by an administrator, for a month, or until it was dismissed in this browser. */
async function unseenMfaReset(ctx: Awaited<ReturnType<typeof signedInContext>>) {
  const since = new Date(ctx.now.getTime() - TOLD_MS);
  const reset = await latestAboutOwn(ctx, { verb: "mfa.reset", since });
  const seen = (await cookies()).get(MFA_RESET_SEEN_COOKIE)?.value;
  return reset?.id === seen ? null : reset;
}
