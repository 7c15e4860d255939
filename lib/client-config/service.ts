import "server-only";
import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { audit } from "@/lib/audit/audit";
import { authorize, enforce } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  type AppError,
  type FieldError,
  type Versioned,
} from "@/lib/errors";
import { noSuch } from "@/lib/no-such";
import { can, isSelf, seesNetwork, visibleNetworks, type Actor } from "@/lib/permissions";
import { findUsers, type StoredUser } from "@/lib/user/effects";
import { requireMatch, toVersioned } from "@/lib/versions";
import { isUuid } from "@/lib/wire";
import { checkAddresses, giveAddresses } from "./addresses-service";
import { clientConfigAudit, snapshotOf, targetOf } from "./audit";
import * as holders from "./holder-repository";
import { canChangeConfig, canOwnNewConfig, canSeeConfig, keepsFixed, lacksGateway } from "./policy";
import * as configs from "./repository";
import type {
  ClientConfig,
  ClientConfigCreate,
  ClientConfigListQuery,
  ClientConfigPage,
  ClientConfigsQuery,
  ClientConfigUpdate,
} from "./schema";
import * as sites from "./site-repository";
import { addressKeys } from "./values";
import { deviceFile } from "./wireguard";

const NOBODY = "00000000-0000-0000-0000-000000000000";

function sightOf(actor: Actor): configs.Sight {
  const networks = visibleNetworks(actor);
  if (networks === "all") return networks;
  return { networks, userId: actor.kind === "user" ? actor.id : NOBODY };
}

/** The client configs that the actor sees, by id, in batches. */
export function listConfigs(
  ctx: Context,
  query: ClientConfigsQuery,
): AsyncIterable<ClientConfig[]> {
  authorize(ctx, "client-configs:see");
  return configs.findBatches(ctx.db, sightOf(ctx.actor), query);
}

export function pageConfigs(ctx: Context, query: ClientConfigListQuery): Promise<ClientConfigPage> {
  authorize(ctx, "client-configs:see");
  return configs.findPage(ctx.db, sightOf(ctx.actor), query);
}

export async function getConfig(ctx: Context, id: string): Promise<Versioned<ClientConfig>> {
  authorize(ctx, "client-configs:see");
  return toVersioned(requireSeen(ctx, id, await configs.findById(ctx.db, id)));
}

/** What WireGuard on the device reads. */
export async function getConfigFile(ctx: Context, id: string): Promise<AsyncIterable<string>> {
  const { entity: config } = await getConfig(ctx, id);
  const peer = await configs.findPeer(ctx.db, config.ingressgatewayid);
  if (!peer) throw notFound("client config", id);
  return onePiece(deviceFile(config, peer));
}

// eslint-disable-next-line @typescript-eslint/require-await -- the answer is written as it comes, and this one has come
async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}

/** @throws AppError `not_found` also where the actor does not see it */
function requireSeen(
  { actor }: Pick<Context, "actor">,
  id: string,
  stored: configs.StoredConfig | null,
): configs.StoredConfig {
  if (!stored || !canSeeConfig(actor, stored.entity)) throw notFound("client config", id);
  return stored;
}

export async function createConfig(
  ctx: Context,
  input: ClientConfigCreate,
): Promise<Versioned<ClientConfig>> {
  const ownerid = input.ownerid ?? (ctx.actor.kind === "user" ? ctx.actor.username : "");
  authorize(ctx, "client-configs:write", { owner: ownerid });
  return transaction(ctx, async (tx) => {
    const owner = await ownerOf(tx, ownerid);
    const asked = { ...input, ownerid, clientid: input.clientid ?? newId() };
    const seen = await checkNew(tx, asked, owner, await isHeld(tx, asked, owner, holders.findHeld));
    const found = await giveAddresses(tx, seen, asked);
    const site = await checkNew(tx, asked, owner, await isHeld(tx, asked, owner, lockForNew));

    const config = { ...asked, ...(await giveAddresses(tx, site, asked, found)) };
    await configs.create(tx.db, config, owner?.id ?? null, tx.now).catch((error: unknown) => {
      throw isUniqueViolation(error) ? idTaken(config.clientid) : error;
    });
    const created = await stored(tx, config.clientid);
    await audit(tx, clientConfigAudit, {
      verb: "client-config.create",
      ...targetOf(created.entity),
      before: null,
      after: snapshotOf(created.entity),
    });
    return toVersioned(created);
  });
}

/** Short enough for the name of the interface that wg-quick makes of the file's. */
function newId(): string {
  return randomBytes(6).toString("hex");
}

/** Whom a new client config shall belong to; null for nobody. @throws AppError `not_found` */
async function ownerOf(tx: Tx, ownerid: string): Promise<StoredUser | null> {
  if (ownerid === "") return null;
  const [owner] = await findUsers(tx, [ownerid]);
  if (!owner) throw notFound("user", ownerid);
  enforce(canOwnNewConfig(tx.actor, ownerid, owner.entity.platform_role_id));
  return owner;
}

type New = ClientConfigCreate & Pick<ClientConfig, "clientid" | "ownerid">;

/** Whether the owner has the gateway, as far as `find` knows. */
async function isHeld(
  { db }: Tx,
  { network: networkId, ingressgatewayid: gatewayId }: New,
  owner: StoredUser | null,
  find: (db: Tx["db"], holdings: holders.Holding[]) => Promise<unknown[]>,
): Promise<boolean> {
  if (!isUuid(gatewayId)) return false;
  const found = await find(db, [{ ownerId: owner?.id ?? null, networkId, gatewayId }]);
  return found.length > 0;
}

function lockForNew(db: Tx["db"], held: holders.Holding[]): Promise<holders.Holding[]> {
  return holders.lockHeld(db, held, "FOR NO KEY UPDATE");
}

/**
 * All that a new client config may be refused for, which is asked before anything is locked, and again when it is.
 * @returns the network's addresses
 */
async function checkNew(
  tx: Tx,
  input: New,
  owner: StoredUser | null,
  hasGateway: boolean,
): Promise<sites.Site> {
  const { actor, db } = tx;
  const site = await sites.findSite(db, input);
  const problems = referenceProblems(actor, input, site);
  const isOwn = isSelf(actor, input.ownerid) && !can(actor, "client-configs:write-all");
  if (isOwn && (problems.length > 0 || !hasGateway)) {
    // Whether there is such a gateway, and where, is nobody's business who has it not.
    throw forbidden(`You have no gateway "${input.ingressgatewayid}" on "${input.network}".`);
  }
  const addressTaken = problems.length > 0 ? null : await checkAddresses(tx, site, input);
  if (site.isIdTaken) throw idTaken(input.clientid);
  if (problems.length > 0) throw invalid(problems);
  if (owner && !hasGateway) enforce(lacksGateway(input.ownerid, "ownerid"));
  if (site.isKeyTaken) throw keyTaken();
  if (addressTaken) throw addressTaken;
  return site;
}

/** What lies outside of the actor's networks does not exist; in the actor's own name what they have is checked. */
function referenceProblems(actor: Actor, input: New, site: sites.Site): FieldError[] {
  const { network, ingressgatewayid: gateway } = input;
  const sees = (netid: string | null) =>
    netid !== null && (isSelf(actor, input.ownerid) || seesNetwork(actor, netid));
  const problems: FieldError[] = [];
  if (!site.isNetwork || !sees(network)) {
    problems.push({ path: "network", message: noSuch("network", network) });
  }
  const isThere =
    problems.length === 0 ? site.gatewayNetwork === network : sees(site.gatewayNetwork);
  if (!isThere) {
    const message = `There is no gateway "${gateway}" on this network.`;
    problems.push({ path: "ingressgatewayid", message });
  }
  return problems;
}

function keyTaken(): AppError {
  return conflict("Another client config on this gateway has this public key.", "publickey");
}

function idTaken(clientid: string): AppError {
  return conflict(`There is a client config "${clientid}" already.`, "clientid");
}

export async function updateConfig(
  ctx: Context,
  id: string,
  input: ClientConfigUpdate,
): Promise<Versioned<ClientConfig>> {
  return transaction(ctx, async (tx) => {
    const seen = requireChangeable(tx, id, await configs.findById(tx.db, id));
    const hasGateway = await lockForUpdate(tx, seen, input);
    const before = requireChangeable(tx, id, await lockedOrNone(tx, id));
    const { entity: config } = before;
    const after = {
      ...config,
      ...input,
      address: chosen(input.address, config.address),
      address6: chosen(input.address6, config.address6),
    };
    const site = await sites.findSite(tx.db, { ...config, publickey: after.publickey });
    const addressTaken = await checkAddresses(tx, site, moved(config, after));
    requireMatch(tx.ifMatch, before);
    enforce(keepsFixed(config, input));
    const isEnabling = after.enabled && !config.enabled;
    if (isEnabling && before.ownerId !== null && !hasGateway) {
      enforce(lacksGateway(config.ownerid, "enabled"));
    }
    if (site.isKeyTaken) throw keyTaken();
    if (addressTaken) throw addressTaken;
    if (isDeepStrictEqual(config, after)) return toVersioned(before);

    await configs.update(tx.db, after, tx.now);
    await audit(tx, clientConfigAudit, {
      verb: "client-config.update",
      ...targetOf(after),
      before: snapshotOf(config),
      after: snapshotOf(after),
    });
    return toVersioned(await stored(tx, id));
  });
}

function chosen(asked: string | undefined, current: string): string {
  return asked === undefined || asked === "" ? current : asked;
}

/** Locks what a change depends on, before the client config is. @returns whether the owner has the gateway */
async function lockForUpdate(
  { db }: Tx,
  { entity, ownerId }: configs.StoredConfig,
  { enabled, publickey, address, address6 }: ClientConfigUpdate,
): Promise<boolean> {
  const networkLock = publickey || address || address6 ? "FOR NO KEY UPDATE" : "FOR KEY SHARE";
  const { network: networkId, ingressgatewayid: gatewayId } = entity;
  if (enabled) {
    return (
      (await holders.lockHeld(db, [{ ownerId, networkId, gatewayId }], networkLock)).length > 0
    );
  }
  await holders.lockNetworks(db, [networkId], networkLock);
  return false;
}

/** The client config with those of its addresses that change. */
function moved(before: ClientConfig, after: ClientConfig) {
  const { clientid, network } = before;
  const changed = addressKeys.filter((key) => after[key] !== before[key]);
  return { clientid, network, ...Object.fromEntries(changed.map((key) => [key, after[key]])) };
}

export async function deleteConfig(ctx: Context, id: string): Promise<null> {
  return transaction(ctx, async (tx) => {
    const before = requireChangeable(tx, id, await lockedOrNone(tx, id));
    requireMatch(tx.ifMatch, before);
    await configs.removeMany(tx.db, [id]);
    await audit(tx, clientConfigAudit, {
      verb: "client-config.delete",
      ...targetOf(before.entity),
      before: snapshotOf(before.entity),
      after: null,
    });
    return null;
  });
}

/** @throws AppError `not_found` where the actor does not see it, `forbidden` where they may not change it */
function requireChangeable(
  tx: Tx,
  id: string,
  stored: configs.StoredConfig | null,
): configs.StoredConfig {
  const { entity, ...seen } = requireSeen(tx, id, stored);
  const { network, ownerid: owner } = entity;
  authorize(tx, "client-configs:write", { owner, network });
  enforce(canChangeConfig(tx.actor, entity, seen.ownerRole));
  return { entity, ...seen };
}

async function lockedOrNone({ db }: Tx, id: string): Promise<configs.StoredConfig | null> {
  return (await configs.lockMany(db, [id]))[0] ?? null;
}

/** What this transaction has just written. @throws AppError `not_found` */
async function stored({ db }: Tx, id: string): Promise<configs.StoredConfig> {
  const written = await configs.findById(db, id);
  if (!written) throw notFound("client config", id);
  return written;
}
