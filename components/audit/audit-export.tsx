"use client";

import { useRef } from "react";
import { useMutation } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toast";
import { loadScriptTwice } from "@/lib/load-script";
import type { AuditListInput } from "./list-params";

/** Saves everything that the filters select, on all pages, as CSV. */
export function AuditExport({ query }: { query: AuditListInput }) {
  const abortRef = useRef<AbortController>(null);
  const exportCsv = useMutation({
    mutationFn: async (signal: AbortSignal) => {
      const { fetchCsv } = await loadScriptTwice(() => import("./export-csv"));
      saveFile(await fetchCsv(query, signal), "audit.csv");
    },
    onSuccess: () => {
      toast.success("Export finished");
    },
    onError: (error) => {
      if (abortRef.current?.signal.aborted) toast.info("Export cancelled");
      else toast.error(error.message);
    },
    meta: { isShownByForm: true },
  });

  return (
    <>
      {exportCsv.isPending && (
        <Button variant="ghost" icon={<X />} onClick={() => abortRef.current?.abort()}>
          Cancel
        </Button>
      )}
      <Button
        icon={<Download />}
        isPending={exportCsv.isPending}
        onClick={() => {
          abortRef.current = new AbortController();
          exportCsv.mutate(abortRef.current.signal);
        }}
      >
        Export CSV
      </Button>
    </>
  );
}
