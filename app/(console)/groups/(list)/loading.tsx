import { GroupsHeader } from "@/components/group/list/groups-header";
import { GroupsSkeleton } from "@/components/group/list/groups-skeleton";

export default function Loading() {
  return (
    <>
      <GroupsHeader />
      <GroupsSkeleton />
    </>
  );
}
