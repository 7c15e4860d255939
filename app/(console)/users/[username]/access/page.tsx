import { accessQuery } from "@/components/access/queries";
import { UserAccess } from "@/components/access/user-access";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { getAccess } from "@/lib/access/service";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "access:read", about: { user: username } }}
      reads={[firstRead(accessQuery(username), () => getAccess(ctx, username))]}
    >
      <UserAccess username={username} />
    </FirstPaint>
  );
}
