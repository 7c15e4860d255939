import type { SearchParams } from "nuqs/server";
import { ConfigsOf } from "@/components/client-config/configs-of";
import { FirstPaint } from "@/components/console/first-paint";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstConfigs } from "../../../first-configs";

export default async function Page({
  params,
  searchParams,
}: UsernameParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "users:read", about: { user: username } }}
      reads={await firstConfigs(ctx, searchParams, { owner: username })}
    >
      <ConfigsOf owner={username} />
    </FirstPaint>
  );
}
