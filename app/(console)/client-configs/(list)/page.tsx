import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ConfigsPage } from "@/components/client-config/list/configs-page";
import { FirstPaint } from "@/components/console/first-paint";
import { signedInContext } from "@/lib/auth/page-context";
import { firstConfigs } from "../../first-configs";

export const metadata: Metadata = { title: "Client configs" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Client configs", needs: "client-configs:see" }}
      reads={await firstConfigs(ctx, searchParams)}
    >
      <ConfigsPage />
    </FirstPaint>
  );
}
