import type { Metadata } from "next";
import { AccountTokens } from "@/components/account/account-tokens";
import { FirstPaint } from "@/components/console/first-paint";
import { fillNewestTokens } from "@/components/token/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { newestTokens } from "@/lib/token/service";

export const metadata: Metadata = { title: "API tokens · Account" };

export default async function Page() {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  return (
    <FirstPaint ctx={ctx} reads={[fillNewestTokens(username, () => newestTokens(ctx, username))]}>
      <AccountTokens />
    </FirstPaint>
  );
}
