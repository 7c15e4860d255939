import { StatusDot } from "@/components/ui/status-dot";
import type { Gateway } from "@/lib/gateway/schema";
import { statusWords } from "./gateway-words";

const tones = { online: "good", offline: "off", disconnected: "warn" } as const;

/** As it was told last, in one word. */
export function GatewayStatus({ status }: { status: Gateway["status"] }) {
  return <StatusDot tone={tones[status]}>{statusWords[status]}</StatusDot>;
}
