import type { Metadata } from "next";
import { NoSuchPage } from "@/components/console/no-such-page";
import { pageContext } from "@/lib/auth/page-context";
import NotFound from "../not-found";

export const metadata: Metadata = { title: "Not found" };

export default async function UnknownAddressNotFound() {
  const { actor } = await pageContext();
  return actor.kind === "user" ? <NoSuchPage /> : <NotFound />;
}
