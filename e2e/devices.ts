// What devices connect through, in the database, and what they are given, as a device reads it.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import type pg from "pg";
import decodeQR from "qr/decode.js";
import { v7 as uuidv7 } from "uuid";
import type { TestNetwork, TestThing, TestUser } from "./fixtures";

interface GatewayOptions {
  name?: string;
  /** Whether it has a key and an address, by which devices find it. */
  isReady?: boolean;
}

/** A gateway of a network, to which the user is attached. */
export async function aGatewayOf(
  db: pg.Client,
  user: TestUser,
  {
    network: { netid },
    name = `gateway ${randomUUID().slice(0, 13)}`,
    isReady = true,
  }: GatewayOptions & { network: TestNetwork },
): Promise<TestThing> {
  const id = uuidv7();
  await db.query(
    `INSERT INTO "Gateway" ("id", "networkId", "name", "nameLower", "searchText", "publicKey",
       "listenPort", "allowedEndpoints", "addresses", "matchDomains", "searchDomains", "status")
     VALUES ($1, $2, $3, lower($3), lower($3), $4, 51821, $5, '{}', '{}', '{}', 'online')`,
    [id, netid, name, isReady ? aPublicKey() : "", isReady ? ["vpn.example.com"] : []],
  );
  await db.query(
    `INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId") VALUES ($1, $2, $3)`,
    [id, netid, user.id],
  );
  return { id, name };
}

interface DeviceOptions {
  gateway: TestThing;
  name?: string;
  os?: string;
  isEnabled?: boolean;
}

/** A client config of the user's. @returns its id */
export async function aDeviceOf(
  db: pg.Client,
  user: TestUser,
  { gateway, name = "My phone", os = "phone", isEnabled = true }: DeviceOptions,
): Promise<string> {
  const id = randomUUID().slice(0, 13);
  await db.query(
    `INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "ownerId", "ownerName", "isEnabled",
       "publicKey", "deviceId", "deviceName", "os", "isDevice", "searchText")
     SELECT $1, "networkId", "id", $3, $4, $5, $6, $1, $7, $8, TRUE, lower($7)
     FROM "Gateway" WHERE "id" = $2`,
    [id, gateway.id, user.id, user.username, isEnabled, aPublicKey(), name, os],
  );
  return id;
}

export interface StoredDevice {
  id: string;
  publicKey: string;
  isEnabled: boolean;
  deviceName: string;
  os: string;
  deviceId: string;
  gatewayId: string;
}

export async function devicesOf(db: pg.Client, user: TestUser): Promise<StoredDevice[]> {
  const found = await db.query<StoredDevice>(
    `SELECT "id", "publicKey", "isEnabled", "deviceName", "os", "deviceId", "gatewayId"
     FROM "ClientConfig" WHERE "ownerId" = $1 ORDER BY "createdAt"`,
    [user.id],
  );
  return found.rows;
}

function aPublicKey(): string {
  const { publicKey } = generateKeyPairSync("x25519");
  return publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");
}

/** The private key in a file, and the public one that belongs to it. */
export function keysIn(file: string): { privateKey: string; publicKey: string } {
  const privateKey = /^PrivateKey = (\S+)$/m.exec(file)?.[1] ?? "";
  const head = Buffer.from("302e020100300506032b656e04220420", "hex");
  const key = Buffer.concat([head, Buffer.from(privateKey, "base64")]);
  const own = createPrivateKey({ key, format: "der", type: "pkcs8" });
  const spki = createPublicKey(own).export({ format: "der", type: "spki" });
  return { privateKey, publicKey: spki.subarray(-32).toString("base64") };
}

/** What a camera reads from what is on the screen. */
export async function scan(page: Page, code: Locator): Promise<string> {
  const shot = (await code.screenshot()).toString("base64");
  const reader = await page.context().newPage();
  const { data, ...size } = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas?.drawImage(bitmap, 0, 0);
    const pixels = canvas?.getImageData(0, 0, width, height).data ?? [];
    return { width, height, data: Array.from(pixels) };
  }, shot);
  await reader.close();
  return decodeQR({ ...size, data: Uint8Array.from(data) }, { timeLimit: 30_000 });
}
