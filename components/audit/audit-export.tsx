"use client";

import { useRef } from "react";
import { useMutation } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { fetchCsv, saveFile } from "./export-csv";
import type { AuditListInput } from "./list-params";

/** Saves everything that the filters select, on all pages, as CSV. */
export function AuditExport({ query }: { query: AuditListInput }) {
  const abortRef = useRef<AbortController>(null);
  const exportCsv = useMutation({
    mutationFn: (signal: AbortSignal) => fetchCsv(query, signal),
    onSuccess: (file) => {
      saveFile(file, "audit.csv");
      toast.success("The export is in your downloads.");
    },
    onError: (error) => {
      if (abortRef.current?.signal.aborted) toast.info("Export cancelled.");
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
