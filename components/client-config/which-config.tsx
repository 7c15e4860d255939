import { Name } from "@/components/ui/name";
import type { ClientConfig } from "@/lib/client-config/schema";
import { formatList } from "@/lib/format";
import { addressesOf } from "./config-words";

/** Which client config a question is about, in one sentence. */
export function WhichConfig({ config }: { config: ClientConfig }) {
  const { clientid, ownerid, network } = config;
  const addresses = addressesOf(config);
  return (
    <p className="[overflow-wrap:anywhere]">
      The client config <Strong>{clientid}</Strong> of{" "}
      {ownerid === "" ? "nobody" : <Strong>{ownerid}</Strong>} on <Strong>{network}</Strong>
      {addresses.length > 0 && <>, with {formatList(addresses)}</>}.
    </p>
  );
}

function Strong({ children }: { children: string }) {
  return (
    <strong className="font-medium text-ink">
      <Name>{children}</Name>
    </strong>
  );
}
