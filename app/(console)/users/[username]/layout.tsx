import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { userKeys } from "@/components/user/queries";
import { UserLayout } from "@/components/user/profile/user-layout";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { AppError } from "@/lib/errors";
import { can } from "@/lib/permissions";
import { getUserDetail } from "@/lib/user/service";

export async function generateMetadata({ params }: UsernameParams): Promise<Metadata> {
  return { title: await usernameOf(params) };
}

export default async function Layout({
  params,
  children,
}: UsernameParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  // The page says why not.
  if (!can(ctx.actor, "users:read", { user: username })) return children;

  const client = new QueryClient();
  client.setQueryData(
    userKeys.detail(username),
    await getUserDetail(ctx, username).catch(orNotFound),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <UserLayout username={username}>{children}</UserLayout>
    </HydrationBoundary>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
