import type { ReactNode } from "react";
import { cookies, headers } from "next/headers";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { CommandMenuHost, OpenCommandMenu } from "@/components/console/command-menu-host";
import { ConsoleProviders } from "@/components/console/console-providers";
import { navSections } from "@/components/console/nav";
import { ResetBanner } from "@/components/console/reset-banner";
import { RESET_SEEN_COOKIE } from "@/components/console/reset-seen";
import { UserMenu } from "@/components/console/user-menu";
import { AppShell } from "@/components/layout/app-shell";
import { ShortcutsDialog } from "@/components/layout/shortcuts-dialog";
import { PreferencesProvider } from "@/components/settings/preferences-provider";
import { settingsKeys } from "@/components/settings/queries";
import { userKeys } from "@/components/user/queries";
import { latestAudit } from "@/lib/audit/service";
import { pageContext, signedInContext } from "@/lib/auth/page-context";
import { preferencesOf } from "@/lib/settings/service";
import { getInputLimits } from "@/lib/server-settings/service";
import { longestTokenDays } from "@/lib/token/service";
import { getUserDetail } from "@/lib/user/service";

/** The console's frame. It sends who is not signed in away for comfort; each page checks for itself. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext();
  const { actor } = ctx;
  const client = new QueryClient();
  const [user, preferences, { passwordMinLength }, tokenMaxDays, reset] = await Promise.all([
    getUserDetail(ctx, actor.username),
    preferencesOf(await pageContext()),
    getInputLimits(ctx),
    longestTokenDays(ctx),
    unseenReset(ctx),
  ]);
  client.setQueryData(userKeys.detail(actor.username), user);
  client.setQueryData(settingsKeys.of(actor.username), preferences);
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <ConsoleProviders actor={actor} nonce={nonce}>
      <HydrationBoundary state={dehydrate(client)}>
        <PreferencesProvider>
          <AppShell
            sections={navSections(actor)}
            topActions={<OpenCommandMenu />}
            compactTopActions={<OpenCommandMenu isCompact />}
            userMenu={<UserMenu />}
            compactUserMenu={<UserMenu isCompact />}
            banner={reset && <ResetBanner {...reset} />}
          >
            {children}
          </AppShell>
          <ShortcutsDialog />
          <CommandMenuHost limits={{ passwordMinLength, tokenMaxDays }} />
        </PreferencesProvider>
      </HydrationBoundary>
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
