import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { inviteContract } from "@/lib/invite/contract";
import { resendInvites } from "@/lib/invite/service";

export const POST = handle(inviteContract.resend, ({ ctx, body, query, request }) =>
  resendInvites(ctx, {
    emails: body.ids,
    isNewLink: query.new_link,
    isDryRun: query.dry_run,
    origin: ownOrigin(request),
  }),
);
