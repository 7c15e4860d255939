import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { RemoteAccessQuery } from "./remote-access-schema";
import { configColumns, toConfig, type ConfigRow } from "./repository";
import type { ClientConfig } from "./schema";

/**
 * Of each gateway one of the user's devices, by the gateway's id: where a device is named that one or none, else the
 * client's that is named, else the first.
 */
export async function findDevices(
  db: Db,
  userId: string,
  { device_id: deviceId = "", remote_access_clientid: clientId = "" }: RemoteAccessQuery,
): Promise<ReadonlyMap<string, ClientConfig>> {
  const isWanted = deviceId === "" ? Prisma.sql`TRUE` : Prisma.sql`t."deviceId" = ${deviceId}`;
  const found = await rows<ConfigRow>(
    db,
    Prisma.sql`
    SELECT DISTINCT ON (t."gatewayId") ${configColumns} FROM "ClientConfig" t
    WHERE t."ownerId" = ${userId}::uuid AND t."isDevice" AND ${isWanted}
    ORDER BY t."gatewayId", (${clientId} <> '' AND t."remoteAccessClientId" = ${clientId}) DESC, t."id"`,
  );
  return new Map(found.map((row) => [row.gatewayId, toConfig(row)]));
}
