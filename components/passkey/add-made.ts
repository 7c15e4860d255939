import { ApiError } from "@/lib/api/api-error";

/** Sends a passkey that a browser has made. Where the server does not take it, whoever keeps it is told. */
export async function addMade<T>({
  send,
  disown,
}: {
  send: () => Promise<T>;
  disown: () => Promise<void>;
}): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Error) || mayBeStored(error)) throw error;
    await disown();
    error.message += " Your device may have kept it: delete it there.";
    throw error;
  }
}

/** No answer came, or one that does not tell, or the server has it already. */
function mayBeStored(error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.status === 0 || error.status >= 500 || error.code === "conflict";
}
