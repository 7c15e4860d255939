import { PageHeader } from "@/components/layout/page-header";

export function AuditHeader() {
  return (
    <PageHeader
      title="Audit log"
      description="Who did what to what, when and from where. Entries are never changed or deleted."
    />
  );
}
