import type { FirstRead } from "@/components/console/first-paint";
import { unseenNetworks } from "@/components/client-config/unseen-networks";
import { PER_QUESTION } from "@/components/lookup/chunks";
import {
  gatewayNamesIn,
  gatewayNamesQuery,
  gatewayQuestions,
  ownGatewayNamesQuery,
} from "@/components/lookup/gateways";
import { groupNamesQuery, groupQuestions } from "@/components/lookup/groups";
import { peopleNamesIn, peopleNamesQuery, peopleQuestion } from "@/components/lookup/people";
import { roleNamesQuery, roleQuestions } from "@/components/lookup/roles";
import { pageAccessGateways } from "@/lib/access/service";
import type { ClientConfig } from "@/lib/client-config/schema";
import type { Context } from "@/lib/context";
import { gatewayListQuery } from "@/lib/gateway/schema";
import { pageGateways } from "@/lib/gateway/service";
import { groupListQuery } from "@/lib/group/schema";
import { pageGroups } from "@/lib/group/service";
import { can, type UserActor } from "@/lib/permissions";
import { roleListQuery } from "@/lib/role/schema";
import { pageRoles } from "@/lib/role/service";
import { resolveNames } from "@/lib/user/resolve-service";

/** Reads once, when it is first wanted, for several of a page's first reads. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}

/** The names of the groups that a page shows, with its HTML. @param idsOf may wait for what the page reads */
export function firstGroupNames(ctx: Context, idsOf: () => Promise<Iterable<string>>): FirstRead {
  return async (client) => {
    for (const ids of groupQuestions(await idsOf())) {
      const { data } = await pageGroups(ctx, groupListQuery.parse(wanted(ids)));
      client.setQueryData(groupNamesQuery(ids).queryKey, namesIn(data));
    }
  };
}

/** As {@link firstGroupNames}, of roles. */
export function firstRoleNames(ctx: Context, idsOf: () => Promise<Iterable<string>>): FirstRead {
  return async (client) => {
    for (const ids of roleQuestions(await idsOf())) {
      const { data } = await pageRoles(ctx, roleListQuery.parse(wanted(ids)));
      client.setQueryData(roleNamesQuery(ids).queryKey, namesIn(data));
    }
  };
}

/** As {@link firstGroupNames}, of the gateways of client configs. */
export function firstGatewayNames(
  ctx: Context & { actor: UserActor },
  configsOf: () => Promise<readonly ClientConfig[]>,
): FirstRead {
  return async (client) => {
    const configs = await configsOf();
    for (const ids of gatewayQuestions(configs.map((config) => config.ingressgatewayid))) {
      const { data } = await pageGateways(ctx, gatewayListQuery.parse(wanted(ids)));
      client.setQueryData(gatewayNamesQuery(ids).queryKey, gatewayNamesIn(data));
    }
    const { username } = ctx.actor;
    const network = unseenNetworks(ctx.actor, configs);
    if (network.length === 0) return;
    const query = { username, network, page: 1, per_page: PER_QUESTION };
    const { data } = await pageAccessGateways(ctx, query);
    client.setQueryData(ownGatewayNamesQuery(username, network).queryKey, gatewayNamesIn(data));
  };
}

/** As {@link firstGroupNames}, of people by their usernames, for those who may know them. */
export function firstPeopleNames(
  ctx: Context,
  usernamesOf: () => Promise<Iterable<string>>,
): FirstRead {
  return async (client) => {
    const names = peopleQuestion(await usernamesOf());
    if (names.length === 0 || !can(ctx.actor, "users:resolve")) return;
    const found = await resolveNames(ctx, { names });
    client.setQueryData(peopleNamesQuery(names).queryKey, peopleNamesIn(found));
  };
}

function wanted(ids: string[]) {
  return { page: "1", per_page: String(ids.length), id: ids };
}

function namesIn(found: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}
