import type { ReactNode } from "react";
import { unstable_rethrow as rethrow } from "next/navigation";
import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  type DataTag,
  type QueryKey,
} from "@tanstack/react-query";
import { ShownFor } from "@/components/session/shown-for";
import type { Context } from "@/lib/context";
import { permits, type About, type Permission } from "@/lib/permissions";
import { NotAllowed } from "./not-allowed";

/** Puts what the browser would ask for first into the query cache. */
export type FirstRead = (client: QueryClient) => Promise<unknown>;

/** @param read calls the service that answers the browser's request for the same */
export function firstRead<T>(
  { queryKey }: { queryKey: DataTag<QueryKey, T, Error> },
  read: () => Promise<NoInfer<T>>,
): FirstRead {
  return async (client) => {
    client.setQueryData<T>(queryKey, await read());
  };
}

/**
 * What every page is made of: whoever may not see it is told so; what it shows first comes with its HTML. What cannot be
 * read is left out: the browser asks again, and shows what went wrong.
 */
export async function FirstPaint({
  ctx,
  page,
  reads = [],
  children,
}: {
  ctx: Pick<Context, "actor">;
  /** Absent for a frame, whose pages say why not. */
  page?: { title: string; needs: Permission; about?: About };
  reads?: readonly FirstRead[];
  children: ReactNode;
}) {
  const { actor } = ctx;
  const whose = actor.kind === "user" && <ShownFor id={actor.id} username={actor.username} />;
  if (page) {
    const verdict = permits(actor, page.needs, page.about);
    if (!verdict.allowed) {
      return (
        <>
          {whose}
          <NotAllowed title={page.title} reason={verdict.reason} />
        </>
      );
    }
  }

  const client = new QueryClient();
  await Promise.all(reads.map((read) => read(client).catch(rethrow)));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {whose}
      {children}
    </HydrationBoundary>
  );
}
