import { StatusDot } from "@/components/ui/status-dot";
import type { ClientConfig } from "@/lib/client-config/schema";
import { addressesOf } from "./config-words";

export function ConfigSwitch({ isOn }: { isOn: boolean }) {
  return isOn ? <StatusDot tone="good">On</StatusDot> : <StatusDot tone="off">Off</StatusDot>;
}

/** One below the other; figures of one width, so that they can be compared. */
export function Addresses({ config }: { config: Pick<ClientConfig, "address" | "address6"> }) {
  const addresses = addressesOf(config);
  if (addresses.length === 0) return <span className="text-ink-3">None</span>;
  return addresses.map((address) => <Address key={address} address={address} />);
}

export function Address({ address }: { address: string }) {
  return (
    <span className="block font-mono text-sm [overflow-wrap:anywhere] tabular-nums">{address}</span>
  );
}
