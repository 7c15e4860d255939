import "server-only";
import type { Tx } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import { plainAddress } from "@/lib/network/range";
import * as addresses from "./address-repository";
import type { ClientConfig } from "./schema";
import { addressKeys, type AddressKey } from "./values";

/** What addresses of a network there are for client configs, and what its gateways have of them. */
export interface Site {
  networkId: string;
  spans: Record<AddressKey, addresses.Span | null>;
  reserved: string[];
}

export async function readSite({ db }: Tx, networkId: string): Promise<Site> {
  const spans = await addresses.findSpans(db, networkId);
  const reserved = await addresses.findGatewayAddresses(db, networkId);
  return { networkId, spans, reserved: reserved.map(plainAddress) };
}

type Asked = Pick<ClientConfig, "clientid"> & Partial<Record<AddressKey, string>>;

/**
 * Whether a client config may have the addresses that it asks for.
 * @returns the refusal of one that somebody else has, which comes after others
 * @throws AppError `invalid` with every one that is no device's in the network
 */
export async function checkAddresses(tx: Tx, site: Site, asked: Asked) {
  const problems = await problemsOf(tx, site, asked);
  const bad = problems.filter(({ kind }) => kind !== "taken");
  if (bad.length > 0) throw invalid(bad);
  const [taken] = problems;
  return taken ? conflict(taken.message, taken.path) : null;
}

async function problemsOf({ db }: Tx, { spans, ...site }: Site, asked: Asked) {
  const problems: { path: AddressKey; kind: addresses.AddressProblem; message: string }[] = [];
  for (const key of addressKeys) {
    const { [key]: address = "", clientid } = asked;
    const span = spans[key];
    if (address === "") continue;
    const kind =
      span === null
        ? "outside"
        : await addresses.findProblem(db, { ...site, key, span }, { address, clientid });
    if (kind !== null) problems.push({ path: key, kind, message: messageOf(kind, address) });
  }
  return problems;
}

function messageOf(kind: NonNullable<addresses.AddressProblem>, address: string): string {
  switch (kind) {
    case "outside":
      return `${address} is in no range of the network.`;
    case "reserved":
      return `${address} stands for the whole network, not for a device.`;
    case "taken":
      return `${address} is taken.`;
  }
}

/**
 * The addresses of a new client config: those that it asks for, and free ones, under the network's lock.
 * @throws AppError `conflict` where a range is full
 */
export async function giveAddresses(
  { db }: Tx,
  site: Site,
  asked: Asked,
): Promise<Record<AddressKey, string>> {
  const given = { address: "", address6: "" };
  for (const key of addressKeys) {
    const { [key]: wanted = "" } = asked;
    given[key] = wanted === "" ? await freeAddress(db, site, key) : wanted;
  }
  return given;
}

async function freeAddress(db: Tx["db"], { spans, ...site }: Site, key: AddressKey) {
  const span = spans[key];
  if (span === null) return "";
  const free = await addresses.findFree(db, { ...site, key, span });
  if (free !== null) return free;
  const family = key === "address" ? "IPv4" : "IPv6";
  throw conflict(`The network "${site.networkId}" has no free ${family} address left.`, key);
}
