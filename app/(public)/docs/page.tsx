import type { Metadata } from "next";
import { ApiReferencePage } from "@/components/api-reference/api-reference-page";
import { apiReference } from "@/lib/domains/api-reference";

export const metadata: Metadata = { title: "API reference" };

/** For everybody, signed in or not. */
export default function DocsPage() {
  return <ApiReferencePage reference={apiReference()} />;
}
