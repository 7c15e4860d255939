import { RolesHeader } from "@/components/role/list/roles-header";
import { RolesSkeleton } from "@/components/role/list/roles-skeleton";

export default function Loading() {
  return (
    <>
      <RolesHeader />
      <div className="pt-5">
        <RolesSkeleton />
      </div>
    </>
  );
}
