import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { setUserDisabled } from "@/lib/user/service";

export const POST = handle(userContract.enable, ({ ctx, params, query }) =>
  setUserDisabled(ctx, params.username, {
    isDisabled: false,
    switchesConfigs: query.force_enable_configs || query.force_toggle_configs,
  }),
);
