"use client";

import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import type { ClientConfig } from "@/lib/client-config/schema";
import { FactList } from "@/components/user/fact-list";
import { Name } from "@/components/ui/name";
import { ConfigFile } from "./config-file";
import { Addresses } from "./config-parts";

/** What a new client config was given, and the file for its device. */
export function ConfigCreated({ config }: { config: ClientConfig }) {
  return (
    <>
      <DialogBody className="grid gap-5">
        <FactList
          facts={[
            { term: "Addresses", value: <Addresses config={config} /> },
            { term: "Id", value: <span className="font-mono text-sm">{config.clientid}</span> },
            {
              term: "Owner",
              value: config.ownerid === "" ? "Nobody" : <Name>{config.ownerid}</Name>,
            },
          ]}
        />
        <ConfigFile id={config.clientid} />
      </DialogBody>
      <DialogFooter>
        <DialogCancel isFirst>Done</DialogCancel>
      </DialogFooter>
    </>
  );
}
