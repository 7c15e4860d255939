import { ownOrigin } from "@/lib/auth/protocol";
import { handle } from "@/lib/domains/handle";
import { importContract } from "@/lib/import/contract";
import { importUsers } from "@/lib/import/service";

export const POST = handle(importContract.users, ({ ctx, query, body, request }) =>
  importUsers(ctx, {
    rows: body.rows,
    mode: query.mode,
    isDryRun: query.dry_run,
    origin: ownOrigin(request),
  }),
);
