import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { usersList } from "@/components/user/list/list-params";
import { UsersPage } from "@/components/user/list/users-page";
import { usersPageQuery } from "@/components/user/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageUsers } from "@/lib/user/service";

export const metadata: Metadata = { title: "Users" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await usersList.load(searchParams);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Users", needs: "users:list" }}
      reads={[firstRead(usersPageQuery(query), () => pageUsers(ctx, query))]}
    >
      <UsersPage />
    </FirstPaint>
  );
}
