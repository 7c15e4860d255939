"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toast";
import { loadScriptTwice } from "@/lib/load-script";
import type { AddressedGateway } from "./queries";

/** Saves all addresses of a network as CSV, whatever is searched for. */
export function AddressesExport({
  netid,
  gateways,
}: {
  netid: string;
  /** Undefined until they are known. */
  gateways: readonly AddressedGateway[] | undefined;
}) {
  const exportCsv = useMutation({
    mutationFn: async () => {
      const { fetchAddressesCsv } = await loadScriptTwice(() => import("./export-addresses"));
      const text = await fetchAddressesCsv(netid, gateways ?? []);
      saveFile(new Blob([text], { type: "text/csv" }), `addresses-${netid}.csv`);
    },
    onSuccess: () => {
      toast.success("Export finished");
    },
  });
  return (
    <Button
      icon={<Download />}
      isPending={exportCsv.isPending}
      disabledReason={gateways ? null : "The gateways are not loaded yet."}
      onClick={() => {
        exportCsv.mutate();
      }}
    >
      Export CSV
    </Button>
  );
}
