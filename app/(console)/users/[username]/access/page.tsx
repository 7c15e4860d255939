import { accessQuery } from "@/components/access/queries";
import { UserAccess } from "@/components/access/detail/user-access";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { PageHeader } from "@/components/layout/page-header";
import { Name } from "@/components/ui/name";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { getAccess } from "@/lib/access/service";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "access:read", about: { user: username } }}
      reads={[firstRead(accessQuery(username), () => getAccess(ctx, username))]}
    >
      {/* Network admins see no other part of somebody's page, and so not its head. */}
      {!can(ctx.actor, "users:read", { user: username }) && (
        <PageHeader
          title={<Name>{username}</Name>}
          description="What they reach on the networks that you administer."
        />
      )}
      <UserAccess username={username} />
    </FirstPaint>
  );
}
