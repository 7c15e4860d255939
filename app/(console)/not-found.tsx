import type { Metadata } from "next";
import { NoSuchPage } from "@/components/console/no-such-page";

export const metadata: Metadata = { title: "Not found" };

export default NoSuchPage;
