import { FirstPaint } from "@/components/console/first-paint";
import { fillNewestTokens } from "@/components/token/queries";
import { UserTokens } from "@/components/token/user-tokens";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { newestTokens } from "@/lib/token/service";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "tokens:read", about: { user: username } }}
      reads={[fillNewestTokens(username, () => newestTokens(ctx, username))]}
    >
      <UserTokens username={username} />
    </FirstPaint>
  );
}
