import type { Metadata } from "next";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { configIdOf, type ConfigIdParams } from "@/components/client-config/config-id-of";
import { nameOf } from "@/components/client-config/config-words";
import { ConfigLayout } from "@/components/client-config/detail/config-layout";
import { configDetailQuery } from "@/components/client-config/queries";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { signedInContext } from "@/lib/auth/page-context";
import { getConfig } from "@/lib/client-config/service";
import { AppError } from "@/lib/errors";
import { isolated } from "@/lib/format";
import { firstGatewayNames, firstPeopleNames, once } from "../../first-names";

export async function generateMetadata({ params }: ConfigIdParams): Promise<Metadata> {
  const ctx = await signedInContext();
  const config = await getConfig(ctx, await configIdOf(params)).catch(() => null);
  return { title: config ? isolated(nameOf(config.entity)) : "Client config" };
}

export default async function Layout({
  params,
  children,
}: ConfigIdParams & { children: ReactNode }) {
  const ctx = await signedInContext();
  const id = await configIdOf(params);
  const read = once(() => getConfig(ctx, id).catch(orNotFound));
  return (
    <FirstPaint
      ctx={ctx}
      reads={[
        firstRead(configDetailQuery(id), read),
        firstPeopleNames(ctx, async () => [(await read()).entity.ownerid]),
        firstGatewayNames(ctx, async () => [(await read()).entity]),
      ]}
    >
      <ConfigLayout id={id}>{children}</ConfigLayout>
    </FirstPaint>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
