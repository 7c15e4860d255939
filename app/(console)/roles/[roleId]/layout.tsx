import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { RoleLayout } from "@/components/role/detail/role-layout";
import { roleDetailQuery } from "@/components/role/queries";
import { roleIdOf, type RoleIdParams } from "@/components/role/role-id-of";
import { signedInContext } from "@/lib/auth/page-context";
import { AppError } from "@/lib/errors";
import { isolated } from "@/lib/format";
import { can } from "@/lib/permissions";
import { getRole } from "@/lib/role/service";

export async function generateMetadata({ params }: RoleIdParams): Promise<Metadata> {
  const ctx = await signedInContext();
  const id = await roleIdOf(params);
  const role = can(ctx.actor, "roles:read") ? await getRole(ctx, id).catch(() => null) : null;
  return { title: role ? isolated(role.entity.name) : "Role" };
}

export default async function Layout({ params, children }: RoleIdParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const id = await roleIdOf(params);
  // The page says why not.
  if (!can(ctx.actor, "roles:read")) return children;

  const read = () => getRole(ctx, id).catch(orNotFound);
  return (
    <FirstPaint ctx={ctx} reads={[firstRead(roleDetailQuery(id), read)]}>
      <RoleLayout id={id}>{children}</RoleLayout>
    </FirstPaint>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
