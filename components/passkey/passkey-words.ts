import { isRefusal } from "@/lib/api/api-error";

/** Why a passkey was not renamed or removed. */
export function errorText(error: Error): string {
  return isRefusal(error, "not_found") ? "This passkey was removed already." : error.message;
}

/** What a new one is called at first: by its device, numbered where there is one of that name. */
export function newName(device: string, taken: readonly string[]): string {
  if (!taken.includes(device)) return device;
  for (let number = 2; ; number += 1) {
    const name = `${device} ${String(number)}`;
    if (!taken.includes(name)) return name;
  }
}
