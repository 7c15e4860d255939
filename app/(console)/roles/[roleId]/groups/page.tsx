import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { groupsPageQuery } from "@/components/group/queries";
import { RoleGroups } from "@/components/role/detail/role-groups";
import { groupsOfRoleList } from "@/components/role/list-of-groups";
import { roleIdOf, type RoleIdParams } from "@/components/role/role-id-of";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGroups } from "@/lib/group/service";

export default async function Page({
  params,
  searchParams,
}: RoleIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const id = await roleIdOf(params);
  const query = { ...(await groupsOfRoleList.load(searchParams)), role: [id] };
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Role", needs: "groups:read" }}
      reads={[firstRead(groupsPageQuery(query), () => pageGroups(ctx, query))]}
    >
      <RoleGroups id={id} />
    </FirstPaint>
  );
}
