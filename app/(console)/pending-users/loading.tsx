import { PendingUsersHeader } from "@/components/pending-user/list/pending-users-header";
import { PendingUsersSkeleton } from "@/components/pending-user/list/pending-users-skeleton";

export default function Loading() {
  return (
    <>
      <PendingUsersHeader />
      <PendingUsersSkeleton />
    </>
  );
}
