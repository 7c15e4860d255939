import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { setUserDisabled } from "@/lib/user/service";

export const POST = handle(userContract.disable, ({ ctx, params, query }) =>
  setUserDisabled(ctx, params.username, {
    isDisabled: true,
    switchesConfigs: query.force_disable_configs || query.force_toggle_configs,
  }),
);
