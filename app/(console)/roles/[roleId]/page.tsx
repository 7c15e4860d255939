import { FirstPaint } from "@/components/console/first-paint";
import { RoleRights } from "@/components/role/detail/role-rights";
import { roleIdOf, type RoleIdParams } from "@/components/role/role-id-of";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({ params }: RoleIdParams) {
  const ctx = await signedInContext();
  const id = await roleIdOf(params);
  return (
    <FirstPaint ctx={ctx} page={{ title: "Role", needs: "roles:read" }}>
      <RoleRights id={id} />
    </FirstPaint>
  );
}
