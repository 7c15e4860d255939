import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { inviteContract } from "@/lib/invite/contract";
import { inviteUsers, revokeInvite } from "@/lib/invite/service";
import { verifyInvite } from "@/lib/invite/sign-up-service";

export const GET = handle(inviteContract.verify, ({ ctx, query }) => verifyInvite(ctx, query));
export const POST = handle(inviteContract.create, ({ ctx, body, query, request }) =>
  inviteUsers(ctx, body, {
    isDryRun: query.dry_run,
    origin: ownOrigin(request),
  }),
);
export const DELETE = handle(inviteContract.revoke, ({ ctx, query }) =>
  revokeInvite(ctx, query.invitee_email),
);
