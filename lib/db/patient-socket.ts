import "server-only";
import { Socket } from "node:net";

/** A connection that breaks off when nothing has come or gone for so long: the other side hangs, or is gone without a word. */
export function patientSocket(longestSilenceMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(longestSilenceMs, () => {
    const error = new Error(`Nothing came for ${String(longestSilenceMs)} ms.`);
    socket.destroy(Object.assign(error, { code: "ETIMEDOUT" }));
  });
  return socket;
}
