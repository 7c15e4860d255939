import type { ReactNode } from "react";
import { headers } from "next/headers";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { ConsoleProviders } from "@/components/console/console-providers";
import { navSections } from "@/components/console/nav";
import { UserMenu } from "@/components/console/user-menu";
import { AppShell } from "@/components/layout/app-shell";
import { ShortcutsDialog } from "@/components/layout/shortcuts-dialog";
import { PreferencesProvider } from "@/components/settings/preferences-provider";
import { settingsKeys } from "@/components/settings/queries";
import { userKeys } from "@/components/user/queries";
import { pageContext, signedInContext } from "@/lib/auth/page-context";
import { preferencesOf } from "@/lib/settings/service";
import { getUserDetail } from "@/lib/user/service";

/** The console's frame. It sends who is not signed in away for comfort; each page checks for itself. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext();
  const { actor } = ctx;
  const client = new QueryClient();
  client.setQueryData(userKeys.detail(actor.username), await getUserDetail(ctx, actor.username));
  client.setQueryData(settingsKeys.of(actor.username), await preferencesOf(await pageContext()));
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <ConsoleProviders actor={actor} nonce={nonce}>
      <HydrationBoundary state={dehydrate(client)}>
        <PreferencesProvider>
          <AppShell
            sections={navSections(actor)}
            userMenu={<UserMenu />}
            compactUserMenu={<UserMenu isCompact />}
          >
            {children}
          </AppShell>
          <ShortcutsDialog />
        </PreferencesProvider>
      </HydrationBoundary>
    </ConsoleProviders>
  );
}
