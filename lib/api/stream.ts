import "server-only";
import { logger } from "@/lib/logger";

/**
 * Writes text chunk by chunk, as fast as the reader takes it. A failure before the first chunk is thrown, so that
 * it becomes an ordinary refusal; a later one breaks the connection, so that nobody takes half an answer for a
 * whole one.
 */
export async function textStream(
  chunks: AsyncIterable<string>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let first: IteratorResult<string> | null = await iterator.next();
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = first ?? (await iterator.next());
        first = null;
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      } catch (error) {
        logger().error({ err: error }, "a streamed answer broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
