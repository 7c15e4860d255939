import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";

/**
 * A client config (`t`) as a peer in a file of WireGuard. Its owner has the gateway: whatever takes it away takes the
 * config along.
 */
const peerText = Prisma.sql`
  concat('# ', t."id", nullif(concat(' ', t."ownerName"), ' '), E'\n[Peer]\nPublicKey = ', t."publicKey", E'\n',
    'AllowedIPs = ' || nullif(concat_ws(', ',
      host(t."address") || '/32', host(t."address6") || '/128'), '') || E'\n')`;

/** The configs that a gateway lets in. */
function peersOf(gatewayId: string): Prisma.Sql {
  return Prisma.sql`
    FROM "ClientConfig" t
    WHERE t."gatewayId" = ${gatewayId}::uuid AND t."isEnabled" AND t."publicKey" <> ''
      AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."id" = t."ownerId" AND u."isDisabled")`;
}

/** Changes exactly with the text that {@link findPeerBatches} reads, and costs less. */
export async function readPeersDigest(db: Db, gatewayId: string): Promise<string> {
  const [{ digest } = { digest: "" }] = await rows<{ digest: string }>(
    db,
    Prisma.sql`
    SELECT encode(sha256(coalesce(string_agg(convert_to(${peerText}, 'UTF8'), '' ORDER BY t."id"), '')), 'hex')
      AS "digest"
    ${peersOf(gatewayId)}`,
  );
  return digest;
}

const BATCH = 1000;

/** The text of the peers in the order of the configs' ids, in keyset batches of 1,000. */
export async function* findPeerBatches(db: Db, gatewayId: string): AsyncGenerator<string> {
  let last = "";
  for (;;) {
    const found = await rows<{ id: string; text: string }>(
      db,
      Prisma.sql`
      SELECT t."id", ${peerText} AS "text" ${peersOf(gatewayId)} AND t."id" > ${last}
      ORDER BY t."id" LIMIT ${BATCH}`,
    );
    const end = found.at(-1);
    if (!end) return;
    yield found.map(({ text }) => text).join("");
    if (found.length < BATCH) return;
    last = end.id;
  }
}
