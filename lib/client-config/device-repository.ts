import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { Device, RemoteAccessQuery } from "./remote-access-schema";

interface DeviceRow {
  id: string;
  networkId: string;
  gatewayId: string;
  ownerName: string;
  isEnabled: boolean;
  publicKey: string;
  address: string | null;
  address6: string | null;
  dns: string;
  remoteAccessClientId: string;
  deviceId: string;
  deviceName: string;
  os: string;
  endpoint: string;
  updatedAt: Date;
}

const columns = Prisma.sql`
  t."id", t."networkId", t."gatewayId", t."ownerName", t."isEnabled", t."publicKey", host(t."address") AS "address",
  host(t."address6") AS "address6", t."dns", t."remoteAccessClientId", t."deviceId", t."deviceName", t."os",
  t."updatedAt", COALESCE((
    SELECT CASE WHEN strpos(g."allowedEndpoints"[1], ':') > 0 THEN '[' || g."allowedEndpoints"[1] || ']'
      ELSE g."allowedEndpoints"[1] END || ':' || g."listenPort"
    FROM "Gateway" g WHERE g."id" = t."gatewayId"), '') AS "endpoint"`;

function toDevice(row: DeviceRow): Device {
  return {
    clientid: row.id,
    publickey: row.publicKey,
    network: row.networkId,
    dns: row.dns,
    address: row.address ?? "",
    address6: row.address6 ?? "",
    ingressgatewayid: row.gatewayId,
    ingressgatewayendpoint: row.endpoint,
    enabled: row.isEnabled,
    ownerid: row.ownerName,
    remote_access_client_id: row.remoteAccessClientId,
    device_id: row.deviceId,
    device_name: row.deviceName,
    os: row.os,
    lastmodified: Math.floor(row.updatedAt.getTime() / 1000),
  };
}

/**
 * Of each gateway one of the user's devices, by the gateway's id: where a device is named that one or none, else the
 * client's that is named, else the first.
 */
export async function findDevices(
  db: Db,
  userId: string,
  { device_id: deviceId = "", remote_access_clientid: clientId = "" }: RemoteAccessQuery,
): Promise<ReadonlyMap<string, Device>> {
  const isWanted = deviceId === "" ? Prisma.sql`TRUE` : Prisma.sql`t."deviceId" = ${deviceId}`;
  const found = await rows<DeviceRow>(
    db,
    Prisma.sql`
    SELECT DISTINCT ON (t."gatewayId") ${columns} FROM "ClientConfig" t
    WHERE t."ownerId" = ${userId}::uuid AND t."isDevice" AND ${isWanted}
    ORDER BY t."gatewayId", (${clientId} <> '' AND t."remoteAccessClientId" = ${clientId}) DESC, t."id"`,
  );
  return new Map(found.map((row) => [row.gatewayId, toDevice(row)]));
}
