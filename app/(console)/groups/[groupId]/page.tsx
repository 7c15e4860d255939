import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { GroupMembers } from "@/components/group/detail/group-members";
import { groupIdOf, type GroupIdParams } from "@/components/group/group-id-of";
import { membersList } from "@/components/group/list-of-members";
import { usersPageQuery } from "@/components/user/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageUsers } from "@/lib/user/service";

export default async function Page({
  params,
  searchParams,
}: GroupIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const id = await groupIdOf(params);
  const query = { ...(await membersList.load(searchParams)), group: [id] };
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Group", needs: "groups:read" }}
      reads={[firstRead(usersPageQuery(query), () => pageUsers(ctx, query))]}
    >
      <GroupMembers id={id} />
    </FirstPaint>
  );
}
