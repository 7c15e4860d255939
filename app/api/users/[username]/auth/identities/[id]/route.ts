import { handle } from "@/lib/domains/handle";
import { identityContract } from "@/lib/identity/contract";
import { unlinkIdentity } from "@/lib/identity/service";

export const DELETE = handle(identityContract.unlink, ({ ctx, params }) =>
  unlinkIdentity(ctx, params.username, params.id),
);
