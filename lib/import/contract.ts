import { defineContracts, wrapped } from "@/lib/api/contract";
import { importBody, importQuery, importResult } from "./schema";

export const importContract = defineContracts({
  users: {
    method: "POST",
    path: "/api/v1/users/import",
    who: "users:write",
    summary: "Make, invite and change users by a list, all of it or nothing",
    audit: ["user.import", "user.create", "user.update", "invite.create"],
    query: importQuery,
    body: importBody,
    maxBodyBytes: 8 * 1024 * 1024,
    response: wrapped(importResult, "Import: what it does, or what is wrong"),
  },
});
