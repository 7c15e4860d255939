import { UsersHeader } from "@/components/user/list/users-header";
import { UsersSkeleton } from "@/components/user/list/users-skeleton";

export default function Loading() {
  return (
    <>
      <UsersHeader />
      <UsersSkeleton />
    </>
  );
}
