import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { serverSettingsContract } from "@/lib/server-settings/contract";
import { sendTestMail } from "@/lib/server-settings/test-mail-service";

export const POST = handle(serverSettingsContract.testMail, ({ ctx, body, request }) =>
  sendTestMail(ctx, body, { host: new URL(ownOrigin(request)).host }),
);
