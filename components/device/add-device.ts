/** Adding a device: its keys, its client config, and the file that is shown once. */
import { isRefusal } from "@/lib/api/api-error";
import type { ClientConfig } from "@/lib/client-config/schema";
import { addressKeys } from "@/lib/client-config/values";
import { fileName, withPrivateKey } from "./device-file";
import type { DeviceKind } from "./device-words";
import { newKeyPair } from "./key-pair";
import { callConfigs, type OwnGateway } from "./queries";

export interface NewDevice {
  device_name: string;
  os: DeviceKind;
  gateway: Pick<OwnGateway, "id" | "gw_name" | "network">;
}

/** What is shown once: the text holds the private key, which nobody else has. */
export interface AddedDevice {
  name: string;
  kind: DeviceKind;
  text: string;
  fileName: string;
}

/** @throws Error in words for whoever adds it */
export async function addDevice({ gateway, ...device }: NewDevice): Promise<AddedDevice> {
  const { privateKey, publicKey } = await newKeyPair();
  const body = {
    ...device,
    device_id: randomId(),
    network: gateway.network,
    ingressgatewayid: gateway.id,
    publickey: publicKey,
  };
  const { entity: config } = await callConfigs("create", { body }).catch((error: unknown) => {
    throw notCreated(error, gateway);
  });
  const text = await callConfigs("file", { params: { id: config.clientid } }).catch(
    async (error: unknown) => {
      throw await withdrawn(error, config, gateway);
    },
  );
  return {
    name: device.device_name,
    kind: device.os,
    text: withPrivateKey(text, privateKey),
    fileName: fileName(device.device_name, config.clientid),
  };
}

/** Without `crypto.randomUUID`, which pages over plain http do not have. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function notCreated(error: unknown, { gw_name: name, network }: NewDevice["gateway"]): unknown {
  if (isRefusal(error, "forbidden")) {
    return new Error(
      `You do not have the gateway “${name}” any more. Ask an administrator to give it back, or choose another.`,
    );
  }
  if (!isRefusal(error, "conflict")) return error;
  const isFull = error.fields.some(({ path }) => addressKeys.some((key) => key === path));
  return isFull
    ? new Error(
        `There is no free address left on ${network}. Delete a device that you do not use any more, or ask an administrator.`,
      )
    : new Error("Something about this device was taken in the meantime. Try again.");
}

/** A device whose file does not come is of no use: its key goes with this page. So it is taken back. */
async function withdrawn(
  error: unknown,
  { clientid }: ClientConfig,
  { gw_name: name }: NewDevice["gateway"],
): Promise<unknown> {
  const isGone = await callConfigs("remove", { params: { id: clientid } }).then(
    () => true,
    () => false,
  );
  const why = isRefusal(error, "conflict")
    ? `The gateway “${name}” is not ready for devices yet. Ask an administrator to finish setting it up.`
    : "The file of the new device did not arrive.";
  const rest = isGone
    ? "Nothing was added."
    : "The device stands in your list, but cannot be used: delete it there, and add it again.";
  return new Error(`${why} ${rest}`);
}
