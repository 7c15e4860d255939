"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { inviteKeys } from "@/components/invite/queries";
import { groupKeys } from "@/components/lookup/groups";
import { userKeys } from "@/components/user/queries";
import type { DoneRow } from "@/lib/import/schema";
import { callImport } from "./calls";
import { toSend, type Draft } from "./draft";

/**
 * Imports, and hands what was done to `onDone`: it is no result of the mutation, because the cache keeps those, and there
 * are passwords in it. @throws where something has become wrong since it was looked at; then nothing was done
 */
export function useImportUsers(onDone: (done: readonly DoneRow[]) => void) {
  const client = useQueryClient();
  return useMutation({
    meta: { isShownByForm: true },
    mutationFn: async (draft: Draft) => {
      const query = { mode: draft.mode, dry_run: "false" } as const;
      const { done, errors } = await callImport("users", {
        query,
        body: { rows: toSend(draft).rows },
      });
      if (errors.length > 0) throw new Error("Something has changed since the rows were checked.");
      onDone(done);
    },
    onSettled: () => {
      for (const { all: queryKey } of [userKeys, inviteKeys, groupKeys]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
