"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, isRefusal } from "@/lib/api/api-error";
import { fileNameOf } from "./file-name";
import { configFileQuery } from "./queries";
import { useDownloadConfig } from "./use-download-config";

/** What WireGuard on the device reads, to be copied or saved; or why there is none yet. */
export function ConfigFile({ id }: { id: string }) {
  const { data, error, isFetching, refetch } = useQuery(configFileQuery(id));
  const download = useDownloadConfig();
  if (data !== undefined) {
    return (
      <div className="grid gap-4">
        <CopyField label={fileNameOf(id)} copyLabel="Copy file" value={data} />
        <p className="text-ink-2">
          On the device, the private key goes into the line that begins with{" "}
          <code className="font-mono text-sm whitespace-nowrap"># PrivateKey</code>, without the{" "}
          <code className="font-mono text-sm">#</code>. It never leaves the device.
        </p>
        <div>
          <Button
            icon={<Download />}
            isPending={download.isPending}
            onClick={() => {
              download.run(id);
            }}
          >
            Download file
          </Button>
        </div>
      </div>
    );
  }
  if (!error) {
    return (
      <div aria-busy="true" className="grid gap-2">
        <Skeleton className="w-40" />
        <Skeleton className="h-40 w-full" />
      </div>
    );
  }
  if (isRefusal(error, "conflict")) {
    return (
      <Callout title="There is no file for the device yet">
        {error.message} It can be downloaded as soon as the gateway has one.
      </Callout>
    );
  }
  return (
    <ErrorState
      title="The file could not be loaded"
      message={error.message}
      requestId={error instanceof ApiError ? error.requestId : null}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
