import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { groupsList } from "@/components/group/list/list-params";
import { GroupsPage } from "@/components/group/list/groups-page";
import { groupsPageQuery } from "@/components/group/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGroups } from "@/lib/group/service";

export const metadata: Metadata = { title: "Groups" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await groupsList.load(searchParams);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Groups", needs: "groups:read" }}
      reads={[firstRead(groupsPageQuery(query), () => pageGroups(ctx, query))]}
    >
      <GroupsPage />
    </FirstPaint>
  );
}
