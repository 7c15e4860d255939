"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { NativeSelect } from "@/components/ui/native-select";
import { namesakesQuery } from "@/components/user/queries";
import { formatNumber, isolated } from "@/lib/format";
import { platformRoleNames } from "@/lib/permissions";
import { readName } from "@/lib/user/names";

/** Who of several people with one name is meant: they are asked for when somebody wants to choose. */
export function MembersNamesakes({
  given,
  matches,
  chosen,
  onChoose,
}: {
  /** The name as it was pasted. */
  given: string;
  matches: number;
  /** A username; empty when none is chosen. */
  chosen: string;
  onChoose: (username: string) => void;
}) {
  const [isWanted, setIsWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    ...namesakesQuery(readName(given).displayName),
    enabled: isWanted,
  });
  if (data) {
    const others = matches - data.length;
    return (
      <>
        <NativeSelect
          ref={focusAtOnce}
          aria-label={`Who is “${isolated(given)}”?`}
          value={chosen}
          className="max-w-full"
          onChange={(event) => {
            onChoose(event.target.value);
          }}
        >
          <option value="">Nobody of them</option>
          {data.map(({ username, platform_role_id: role }) => (
            <option key={username} value={username}>
              {username} · {platformRoleNames[role]}
            </option>
          ))}
        </NativeSelect>
        {others > 0 && <p>{formatNumber(others)} more cannot be shown here. Use a username.</p>}
      </>
    );
  }
  return (
    <>
      <Button
        size="sm"
        isPending={isFetching}
        onClick={() => {
          setIsWanted(true);
          if (error) void refetch();
        }}
      >
        Choose who is meant
      </Button>
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}
