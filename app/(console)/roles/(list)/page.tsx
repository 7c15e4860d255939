import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { roleListInput, rolesList } from "@/components/role/list-params";
import { RolesPage } from "@/components/role/list/roles-page";
import { rolesPageQuery } from "@/components/role/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageRoles } from "@/lib/role/service";

export const metadata: Metadata = { title: "Roles" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await rolesList.load(searchParams);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Roles", needs: "roles:read" }}
      reads={[firstRead(rolesPageQuery(query), () => pageRoles(ctx, roleListInput(query)))]}
    >
      <RolesPage />
    </FirstPaint>
  );
}
