import "server-only";
import type { Tx } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import { plainAddress } from "@/lib/network/range";
import type { ClientConfig } from "./schema";
import * as sites from "./site-repository";
import { addressKeys, type AddressKey } from "./values";

type Asked = Pick<ClientConfig, "clientid" | "network"> & Partial<Record<AddressKey, string>>;

/**
 * Whether a client config may have the addresses that it asks for.
 * @returns the refusal of one that somebody else has, which comes after others
 * @throws AppError `invalid` with every one that is no device's in the network
 */
export async function checkAddresses(tx: Tx, site: sites.Site, asked: Asked) {
  const problems = await problemsOf(tx, site, asked);
  const bad = problems.filter(({ kind }) => kind !== "taken");
  if (bad.length > 0) throw invalid(bad.map(({ path, message }) => ({ path, message })));
  const [taken] = problems;
  return taken ? conflict(taken.message, taken.path) : null;
}

async function problemsOf({ db }: Tx, { spans, reserved }: sites.Site, asked: Asked) {
  const problems: { path: AddressKey; kind: sites.AddressProblem; message: string }[] = [];
  for (const key of addressKeys) {
    const { [key]: address = "", clientid, network: networkId } = asked;
    const span = spans[key];
    if (address === "") continue;
    const wanted = span && { networkId, key, span, reserved: reserved.map(plainAddress) };
    const kind = wanted ? await sites.findProblem(db, wanted, { address, clientid }) : "outside";
    if (kind !== null) problems.push({ path: key, kind, message: messageOf(kind, address) });
  }
  return problems;
}

function messageOf(kind: NonNullable<sites.AddressProblem>, address: string): string {
  switch (kind) {
    case "outside":
      return `${address} is in no range of the network.`;
    case "reserved":
      return `${address} stands for the whole network, not for a device.`;
    case "taken":
      return `${address} is taken.`;
  }
}

type Addresses = Record<AddressKey, string>;

/**
 * The addresses of a new client config: those that it asks for, and free ones.
 * @param found those that were free a moment ago: looking takes longer than making sure
 * @throws AppError `conflict` where a range is full
 */
export async function giveAddresses(
  tx: Tx,
  site: sites.Site,
  asked: Asked,
  found: Addresses = { address: "", address6: "" },
): Promise<Addresses> {
  const given = { address: "", address6: "" };
  for (const key of addressKeys) {
    const { [key]: wanted = "" } = asked;
    given[key] = wanted === "" ? await freeAddress(tx, site, asked, { key, found }) : wanted;
  }
  return given;
}

async function freeAddress(
  { db }: Tx,
  { spans, reserved }: sites.Site,
  { clientid, network: networkId }: Asked,
  { key, found }: { key: AddressKey; found: Addresses },
): Promise<string> {
  const span = spans[key];
  if (span === null) return "";
  const wanted = { networkId, key, span, reserved: reserved.map(plainAddress) };
  const address = found[key];
  const isFound =
    address !== "" && (await sites.findProblem(db, wanted, { address, clientid })) === null;
  const free = isFound ? address : await sites.findFree(db, wanted);
  if (free !== null) return free;
  const family = key === "address" ? "IPv4" : "IPv6";
  throw conflict(`The network "${networkId}" has no free ${family} address left.`, key);
}
