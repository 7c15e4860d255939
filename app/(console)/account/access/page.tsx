import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { AccessPicture } from "@/components/access/access-picture";
import { accessQuery } from "@/components/access/queries";
import { MyReach } from "@/components/account/my-reach";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { devicesList, ownGatewaysList } from "@/components/device/list-params";
import { MyDevices } from "@/components/device/list/my-devices";
import {
  devicesInput,
  devicesQuery,
  firstGateways,
  ownGatewaysQuery,
} from "@/components/device/queries";
import { getAccess, pageAccessGateways } from "@/lib/access/service";
import { signedInContext } from "@/lib/auth/page-context";
import { pageConfigs } from "@/lib/client-config/service";

export const metadata: Metadata = { title: "My access · Account" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  const devices = await devicesList.load(searchParams);
  const { page, per_page, q } = await ownGatewaysList.load(searchParams);
  const gateways = { page, per_page, ...(q !== undefined && { q }) };
  const gatewayReads = [firstGateways, gateways].map((query) =>
    firstRead(ownGatewaysQuery(username, query), () =>
      pageAccessGateways(ctx, { username, ...query }),
    ),
  );
  return (
    <FirstPaint
      ctx={ctx}
      reads={[
        firstRead(accessQuery(username), () => getAccess(ctx, username)),
        firstRead(devicesQuery(username, devices), () =>
          pageConfigs(ctx, devicesInput(username, devices)),
        ),
        ...gatewayReads,
      ]}
    >
      <div className="grid gap-4">
        <MyDevices />
        <MyReach />
        <AccessPicture username={username} readOnly />
      </div>
    </FirstPaint>
  );
}
