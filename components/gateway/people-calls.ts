import { lazyClient } from "@/lib/api/client";

export const callGatewayUsers = lazyClient(
  async () => (await import("@/lib/gateway/users-contract")).gatewayUsersContract,
);
