import { handle } from "@/lib/domains/handle";
import { settingsContract } from "@/lib/settings/contract";
import { getSettings, updateSettings } from "@/lib/settings/service";

export const GET = handle(settingsContract.get, ({ ctx, params }) =>
  getSettings(ctx, params.username),
);
export const PUT = handle(settingsContract.update, ({ ctx, params, body }) =>
  updateSettings(ctx, params.username, body),
);
