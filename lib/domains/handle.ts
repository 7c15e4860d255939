import "server-only";
import { createHandle } from "@/lib/api/handle";
import { inputLimits } from "@/lib/server-settings/effects";

/** Makes the route handler of a contract entry: what route files export. */
export const handle = createHandle({ readLimits: inputLimits });
