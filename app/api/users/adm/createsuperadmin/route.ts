import { needsSetupToken, setupToken } from "@/lib/auth/setup";
import { handle } from "@/lib/domains/handle";
import { userContract } from "@/lib/user/contract";
import { createSuperAdmin } from "@/lib/user/super-admin-service";

export const POST = handle(userContract.createSuperAdmin, ({ ctx, body, request }) =>
  createSuperAdmin(ctx, body, {
    expected: needsSetupToken(request.headers) ? setupToken() : null,
    given: request.headers.get("x-setup-token"),
  }),
);
