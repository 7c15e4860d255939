import type { Gateway } from "@/lib/gateway/schema";

export const statusWords: Record<Gateway["status"], string> = {
  online: "Online",
  offline: "Offline",
  disconnected: "Disconnected",
};
