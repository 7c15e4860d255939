import { handle } from "@/lib/domains/handle";
import { serverSettingsContract } from "@/lib/server-settings/contract";
import { getServerSettings, updateServerSettings } from "@/lib/server-settings/service";

export const GET = handle(serverSettingsContract.get, ({ ctx }) => getServerSettings(ctx));
export const PUT = handle(serverSettingsContract.update, ({ ctx, body }) =>
  updateServerSettings(ctx, body),
);
