import "server-only";
import { logger } from "@/lib/logger";

/**
 * Writes text chunk by chunk, as fast as the reader takes it. When a chunk fails the connection breaks, so that
 * nobody takes half an answer for a whole one.
 */
export function textStream(chunks: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await iterator.next();
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
