import type { Metadata } from "next";
import { FirstPaint } from "@/components/console/first-paint";
import { PlatformRoles } from "@/components/role/list/platform-roles";
import { RolesHeader } from "@/components/role/list/roles-header";
import { signedInContext } from "@/lib/auth/page-context";

export const metadata: Metadata = { title: "Platform roles" };

export default async function Page() {
  const ctx = await signedInContext();
  return (
    <FirstPaint ctx={ctx} page={{ title: "Roles", needs: "roles:read" }}>
      <RolesHeader isPlatform />
      <div className="pt-5">
        <PlatformRoles />
      </div>
    </FirstPaint>
  );
}
