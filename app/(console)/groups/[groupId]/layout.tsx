import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { groupIdOf, type GroupIdParams } from "@/components/group/group-id-of";
import { GroupLayout } from "@/components/group/detail/group-layout";
import { groupDetailQuery } from "@/components/group/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { AppError } from "@/lib/errors";
import { isolated } from "@/lib/format";
import { getGroup } from "@/lib/group/service";
import { can } from "@/lib/permissions";

export async function generateMetadata({ params }: GroupIdParams): Promise<Metadata> {
  const ctx = await signedInContext();
  const id = await groupIdOf(params);
  const group = can(ctx.actor, "groups:read") ? await getGroup(ctx, id).catch(() => null) : null;
  return { title: group ? isolated(group.entity.name) : "Group" };
}

export default async function Layout({
  params,
  children,
}: GroupIdParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const id = await groupIdOf(params);
  // The page says why not.
  if (!can(ctx.actor, "groups:read")) return children;

  const read = () => getGroup(ctx, id).catch(orNotFound);
  return (
    <FirstPaint ctx={ctx} reads={[firstRead(groupDetailQuery(id), read)]}>
      <GroupLayout id={id}>{children}</GroupLayout>
    </FirstPaint>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
