import { reasonWords } from "@/components/reason/reason-words";
import { Name } from "@/components/ui/name";
import type { Reason } from "@/lib/reach/reasons";

const MOST = 2;

/** Why somebody has a gateway: a line for each reason, and how many more there are. */
export function ReasonLines({ reasons }: { reasons: readonly Reason[] }) {
  const rest = reasons.slice(MOST);
  return (
    <span title={reasons.map(reasonWords).join("\n")} className="grid gap-0.5">
      {reasons.slice(0, MOST).map((reason) => (
        <span
          key={`${reason.kind} ${reason.group_id} ${reason.network_id} ${reason.role_id}`}
          className="[overflow-wrap:anywhere]"
        >
          <ReasonLine reason={reason} />
        </span>
      ))}
      {rest.length > 0 && (
        <span className="text-sm text-ink-3">
          +{rest.length} more
          <span className="sr-only">: {rest.map(reasonWords).join("; ")}</span>
        </span>
      )}
    </span>
  );
}

function ReasonLine({ reason }: { reason: Reason }) {
  if (reason.kind === "attachment") return <span className="font-medium">Directly</span>;
  if (reason.kind === "admin") return "As an administrator";
  return (
    <>
      By group <Name className="font-medium">{reason.group_name}</Name> through role{" "}
      <Name className="font-medium">{reason.role_name}</Name>
    </>
  );
}
