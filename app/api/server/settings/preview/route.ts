import { handle } from "@/lib/domains/handle";
import { serverSettingsContract } from "@/lib/server-settings/contract";
import { previewServerSettings } from "@/lib/server-settings/service";

export const POST = handle(serverSettingsContract.preview, ({ ctx, body }) =>
  previewServerSettings(ctx, body),
);
