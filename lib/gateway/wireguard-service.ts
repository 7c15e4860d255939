import "server-only";
import { createHash } from "node:crypto";
import type { TaggedText } from "@/lib/api/contract";
import { authorizeRow } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { readSnapshot } from "@/lib/db/snapshot";
import { notFound, type Versioned } from "@/lib/errors";
import * as gateways from "./repository";
import type { Gateway } from "./schema";
import * as peers from "./wireguard-repository";
import type { WireguardQuery } from "./wireguard-schema";

interface File {
  gatewayId: string;
  /** What stands before the peers. */
  head: string;
}

/** The peers of a gateway, for `wg syncconf` or, with the gateway's own part before them, for `wg-quick`. */
export async function gatewayWireguard(
  ctx: Context,
  id: string,
  { format }: WireguardQuery,
): Promise<TaggedText> {
  const gateway = await findGateway(ctx, id);
  const file = { gatewayId: gateway.id, head: format === "config" ? interfaceOf(gateway) : "" };
  return {
    readTag: () => readTag(ctx.db, file),
    open: () => open(file),
  };
}

/** @throws AppError `not_found`, also for a network admin of others */
async function findGateway(ctx: Context, id: string): Promise<Gateway> {
  const missing = () => notFound("gateway", id);
  const stored = await gateways.findById(ctx.db, id);
  if (!stored) throw missing();
  authorizeRow(ctx, "gateway-peers:read", { network: stored.entity.network }, missing);
  return stored.entity;
}

function interfaceOf({ gw_listen_port: port, addresses }: Gateway): string {
  const address = addresses.length > 0 ? `Address = ${addresses.join(", ")}\n` : "";
  return `[Interface]\n# PrivateKey = \nListenPort = ${String(port)}\n${address}`;
}

/** A strong one (RFC 9110, 8.8.3): of the head, which ends where a digest of fixed length begins, and the peers. */
async function readTag(db: Db, { gatewayId, head }: File): Promise<string> {
  const digest = await peers.readPeersDigest(db, gatewayId);
  return `"${createHash("sha256").update(head).update(digest).digest("base64url")}"`;
}

/** Tag and text are of one moment. */
async function open(file: File): Promise<Versioned<AsyncIterable<string>>> {
  const parts = readSnapshot((db) => tagAndText(db, file));
  const { value: etag = "" } = await parts.next();
  return { etag, entity: parts };
}

async function* tagAndText(db: Db, file: File): AsyncGenerator<string> {
  yield await readTag(db, file);
  if (file.head !== "") yield file.head;
  yield* peers.findPeerBatches(db, file.gatewayId);
}
