"use client";

import { useRef, type ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toast";

/** Saves a file that takes its time, and can be cancelled meanwhile. */
export function CsvExport({
  filename,
  disabledReason,
  fetchFile,
  children,
}: {
  filename: string;
  disabledReason?: string | null;
  fetchFile: (signal: AbortSignal) => Promise<Blob>;
  children: ReactNode;
}) {
  const abortRef = useRef<AbortController>(null);
  const exportCsv = useMutation({
    mutationFn: async (signal: AbortSignal) => {
      saveFile(await fetchFile(signal), filename);
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
        disabledReason={disabledReason}
        onClick={() => {
          abortRef.current = new AbortController();
          exportCsv.mutate(abortRef.current.signal);
        }}
      >
        {children}
      </Button>
    </>
  );
}
