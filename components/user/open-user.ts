"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import { can } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { asUser } from "./as-user";
import { toUsername } from "./username-of";
import { userDetailQuery } from "./queries";

/** The user whose page is open; null on other pages. */
export function useOpenUser(): User | null {
  const actor = useActor();
  const { username } = useParams();
  const name = typeof username === "string" ? toUsername(username) : null;
  const isVisible = name !== null && can(actor, "users:read", { user: name });
  const { data } = useQuery({ ...userDetailQuery(name ?? ""), enabled: isVisible });
  return data && isVisible ? asUser(data.entity) : null;
}
