import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { firstGroupNames, once } from "../../first-names";
import { ImportButton } from "@/components/import/import-button";
import { InviteButton } from "@/components/invite/invite-button";
import { usersList } from "@/components/user/list/list-params";
import { UsersPage } from "@/components/user/list/users-page";
import { adminsWithoutMfa, adminsWithoutMfaQuery, usersPageQuery } from "@/components/user/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageUsers } from "@/lib/user/service";

export const metadata: Metadata = { title: "Users" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await usersList.load(searchParams);
  const rows = once(() => pageUsers(ctx, query));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Users", needs: "users:list" }}
      reads={[
        firstRead(usersPageQuery(query), rows),
        firstRead(adminsWithoutMfaQuery(), () => pageUsers(ctx, adminsWithoutMfa)),
        firstGroupNames(ctx, async () => {
          const { data } = await rows();
          return data.flatMap((user) => Object.keys(user.user_group_ids));
        }),
      ]}
    >
      <UsersPage
        actions={
          <>
            <ImportButton />
            <InviteButton />
          </>
        }
      />
    </FirstPaint>
  );
}
