"use client";

import { useEffect } from "react";
import { isForOther } from "@/lib/page-user";
import { otherUser } from "./other-user";

/** Comes with what the server drew for this user: in the frame of somebody else it says so. */
export function ShownFor({ id, username }: { id: string; username: string }) {
  useEffect(() => {
    if (isForOther(id)) otherUser.set(username);
  }, [id, username]);
  return null;
}
