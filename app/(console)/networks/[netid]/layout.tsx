import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { NetworkLayout } from "@/components/network/detail/network-layout";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { networkDetailQuery } from "@/components/lookup/networks";
import { signedInContext } from "@/lib/auth/page-context";
import { AppError } from "@/lib/errors";
import { getNetwork } from "@/lib/network/service";

export async function generateMetadata({ params }: NetidParams): Promise<Metadata> {
  return { title: await netidOf(params) };
}

export default async function Layout({ params, children }: NetidParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  const read = () => getNetwork(ctx, netid).catch(orNotFound);
  return (
    <FirstPaint ctx={ctx} reads={[firstRead(networkDetailQuery(netid), read)]}>
      <NetworkLayout netid={netid}>{children}</NetworkLayout>
    </FirstPaint>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
