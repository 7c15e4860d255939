import {
  configsInput,
  configsList,
  type ConfigsScope,
} from "@/components/client-config/list-params";
import { configsPageQuery } from "@/components/client-config/queries";
import { firstRead, type FirstRead } from "@/components/console/first-paint";
import { clientConfigListQuery } from "@/lib/client-config/schema";
import { pageConfigs } from "@/lib/client-config/service";
import type { Context } from "@/lib/context";
import type { UserActor } from "@/lib/permissions";
import { firstGatewayNames, firstPeopleNames, once } from "./first-names";

type Search = Parameters<typeof configsList.load>[0];

/** The first rows of a list of client configs, and what their owners and gateways are called. */
export async function firstConfigs(
  ctx: Context & { actor: UserActor },
  searchParams: Search,
  scope: ConfigsScope = {},
): Promise<FirstRead[]> {
  const input = configsInput(await configsList.load(searchParams), scope);
  const rows = once(() => pageConfigs(ctx, clientConfigListQuery.parse(input)));
  return [
    firstRead(configsPageQuery(input), rows),
    firstPeopleNames(ctx, async () => (await rows()).data.map(({ ownerid }) => ownerid)),
    firstGatewayNames(ctx, async () => (await rows()).data),
  ];
}
