import { accessContract } from "@/lib/access/contract";
import { previewAccess } from "@/lib/access/preview-service";
import { handle } from "@/lib/domains/handle";

export const POST = handle(accessContract.preview, ({ ctx, query, body }) =>
  previewAccess(ctx, body, query),
);
