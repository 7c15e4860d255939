import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { inviters } from "@/components/invite/list/inviters";
import { InvitesPage } from "@/components/invite/list/invites-page";
import { invitesList } from "@/components/invite/list/list-params";
import { invitesPageQuery } from "@/components/invite/queries";
import { serverSettingsQuery } from "@/components/server-settings/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageInvites } from "@/lib/invite/service";
import { getServerSettings } from "@/lib/server-settings/service";
import { firstGroupNames, firstPeopleNames, once } from "../first-names";

export const metadata: Metadata = { title: "Invites" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await invitesList.load(searchParams);
  const rows = once(() => pageInvites(ctx, query));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Invites", needs: "invites:read" }}
      reads={[
        firstRead(invitesPageQuery(query), rows),
        firstRead(serverSettingsQuery(), () => getServerSettings(ctx)),
        firstGroupNames(ctx, async () => {
          const { data } = await rows();
          return data.flatMap((invite) => Object.keys(invite.user_group_ids));
        }),
        firstPeopleNames(ctx, async () => inviters((await rows()).data)),
      ]}
    >
      <InvitesPage />
    </FirstPaint>
  );
}
