import { Name } from "@/components/ui/name";
import { isNamed, nameOf } from "./config-words";
import type { KnownConfigs } from "./known-configs";

/** A client config by device and id, with whose it is. */
export function KnownConfig({ id, known }: { id: string; known: KnownConfigs }) {
  const config = known.get(id);
  if (!config) return <Name>{id}</Name>;
  const details = [...(isNamed(config) ? [id] : []), ...(config.ownerid ? [config.ownerid] : [])];
  return (
    <>
      <Name>{nameOf(config)}</Name>{" "}
      {details.map((detail) => (
        <span key={detail} className="me-2 text-sm text-ink-3">
          <Name>{detail}</Name>
        </span>
      ))}
    </>
  );
}
