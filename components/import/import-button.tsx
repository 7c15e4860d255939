"use client";

import { FileInput } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";
import { permits, reasonOf } from "@/lib/permissions";

/** Leads to the import, from pages that are about something else; on a phone the command menu does. */
export function ImportButton() {
  const refusal = reasonOf(permits(useActor(), "users:write"));
  return (
    <span className="max-sm:hidden">
      {refusal === null ? (
        <ButtonLink href={paths.importUsers} icon={<FileInput />} prefetch={false}>
          Import
        </ButtonLink>
      ) : (
        <Button icon={<FileInput />} disabledReason={refusal}>
          Import
        </Button>
      )}
    </span>
  );
}
