import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { GatewayLayout } from "@/components/gateway/detail/gateway-layout";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { gatewayDetailQuery } from "@/components/lookup/gateways";
import { signedInContext } from "@/lib/auth/page-context";
import { AppError } from "@/lib/errors";
import { isolated } from "@/lib/format";
import { getGateway } from "@/lib/gateway/service";

export async function generateMetadata({ params }: GatewayIdParams): Promise<Metadata> {
  const ctx = await signedInContext();
  const read = async () => getGateway(ctx, await gatewayIdOf(params));
  const gateway = await read().catch(() => null);
  return { title: gateway ? isolated(gateway.entity.gw_name) : "Gateway" };
}

export default async function Layout({
  params,
  children,
}: GatewayIdParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const id = await gatewayIdOf(params);
  const read = () => getGateway(ctx, id).catch(orNotFound);
  return (
    <FirstPaint ctx={ctx} reads={[firstRead(gatewayDetailQuery(id), read)]}>
      <GatewayLayout id={id}>{children}</GatewayLayout>
    </FirstPaint>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
