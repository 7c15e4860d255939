"use client";

import { useCallback } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { saveFile } from "@/components/ui/save-file";
import { configFileQuery } from "./queries";
import { fileNameOf } from "./file-name";

/** Saves the file of a device; why there is none is said by a toast. */
export function useDownloadConfig(): { run: (id: string) => void; isPending: boolean } {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: async (id: string) => {
      const text = await client.query({ ...configFileQuery(id), staleTime: 0 });
      saveFile(new Blob([text], { type: "text/plain" }), fileNameOf(id));
    },
  });
  const run = useCallback(
    (id: string) => {
      mutate(id);
    },
    [mutate],
  );
  return { run, isPending };
}
