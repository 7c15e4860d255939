import Papa from "papaparse";
import { CSV_START, csvOptions } from "@/lib/csv";
import type { LinkRow } from "./invite-links";

/** A line for each address and its link, as sheets and chats take them. */
export function linksText(rows: readonly Pick<LinkRow, "email" | "invite_url">[]): string {
  return rows.map(({ email, invite_url: link }) => `${email}\t${link}`).join("\n");
}

export function linksCsv(rows: readonly LinkRow[]): string {
  const columns = ["email", "status", "mail_status", "invite_url"] as const;
  const cells = rows.map((row) => columns.map((column) => row[column]));
  return `${CSV_START}${Papa.unparse([[...columns], ...cells], csvOptions)}\r\n`;
}
