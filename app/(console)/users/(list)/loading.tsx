import { UsersSkeleton } from "@/components/user/list/users-skeleton";

export default function Loading() {
  return <UsersSkeleton />;
}
