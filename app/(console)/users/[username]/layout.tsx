import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { userDetailQuery } from "@/components/user/queries";
import { UserLayout } from "@/components/user/profile/user-layout";
import { nameOf } from "@/components/user/user-words";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { AppError } from "@/lib/errors";
import { isolated } from "@/lib/format";
import { can } from "@/lib/permissions";
import { getUser, getUserDetail } from "@/lib/user/service";

export async function generateMetadata({ params }: UsernameParams): Promise<Metadata> {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  const user = can(ctx.actor, "users:read", { user: username })
    ? await getUser(ctx, username).catch(() => null)
    : null;
  return { title: isolated(user ? nameOf(user.entity) : username) };
}

export default async function Layout({
  params,
  children,
}: UsernameParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  // The page says why not.
  if (!can(ctx.actor, "users:read", { user: username })) return children;

  const read = () => getUserDetail(ctx, username).catch(orNotFound);
  return (
    <FirstPaint ctx={ctx} reads={[firstRead(userDetailQuery(username), read)]}>
      <UserLayout username={username}>{children}</UserLayout>
    </FirstPaint>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
