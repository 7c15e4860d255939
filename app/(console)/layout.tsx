import type { ReactNode } from "react";
import { headers } from "next/headers";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { ConsoleProviders } from "@/components/console/console-providers";
import { navSections } from "@/components/console/nav";
import { UserMenu } from "@/components/console/user-menu";
import { AppShell } from "@/components/layout/app-shell";
import { ShortcutsDialog } from "@/components/layout/shortcuts-dialog";
import { userKeys } from "@/components/user/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { getUserDetail } from "@/lib/user/service";

/** The console's frame. It sends who is not signed in away for comfort; each page checks for itself. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext();
  const { actor } = ctx;
  const client = new QueryClient();
  client.setQueryData(userKeys.detail(actor.username), await getUserDetail(ctx, actor.username));
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <ConsoleProviders actor={actor} nonce={nonce}>
      <HydrationBoundary state={dehydrate(client)}>
        <AppShell
          sections={navSections(actor)}
          userMenu={<UserMenu />}
          compactUserMenu={<UserMenu isCompact />}
        >
          {children}
        </AppShell>
        <ShortcutsDialog />
      </HydrationBoundary>
    </ConsoleProviders>
  );
}
