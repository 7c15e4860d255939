import { PageHeader } from "@/components/layout/page-header";
import { paths } from "@/lib/paths";

export function ImportHeader() {
  return (
    <PageHeader
      breadcrumbs={[{ href: paths.users, label: "Users" }]}
      title="Import users"
      description="From a CSV file. Nothing is done before you have seen what it will be."
    />
  );
}
