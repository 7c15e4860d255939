import { InvitesHeader } from "@/components/invite/list/invites-header";
import { InvitesSkeleton } from "@/components/invite/list/invites-skeleton";

export default function Loading() {
  return (
    <>
      <InvitesHeader />
      <InvitesSkeleton />
    </>
  );
}
