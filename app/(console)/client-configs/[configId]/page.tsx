import { configIdOf, type ConfigIdParams } from "@/components/client-config/config-id-of";
import { ConfigOverview } from "@/components/client-config/detail/config-overview";
import { FirstPaint } from "@/components/console/first-paint";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({ params }: ConfigIdParams) {
  const ctx = await signedInContext();
  return (
    <FirstPaint ctx={ctx} page={{ title: "Client config", needs: "client-configs:see" }}>
      <ConfigOverview id={await configIdOf(params)} />
    </FirstPaint>
  );
}
