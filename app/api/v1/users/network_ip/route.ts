import { listAddresses } from "@/lib/client-config/network-ip-service";
import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";

export const GET = handle(userContract.addresses, ({ ctx }) => ({
  head: {},
  batches: listAddresses(ctx),
}));
