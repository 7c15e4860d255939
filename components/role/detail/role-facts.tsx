"use client";

import { CheckboxGrid } from "@/components/grid/checkbox-grid";
import { CardSection } from "@/components/ui/card";
import { gridRows, gridValue, isRightOfRow, rightColumns } from "@/components/role/rights-grid";
import { roleSentence } from "@/components/role/role-sentence";
import type { UserRole } from "@/lib/role/schema";

/** What a role allows, for those who cannot change it. */
export function RoleFacts({ role, reason }: { role: UserRole; reason: string }) {
  const access = role.network_level_access;
  return (
    <CardSection title="Rights" description={reason}>
      <p className="mb-3">{roleSentence(role)}</p>
      {!role.full_access && (
        <CheckboxGrid
          label="Rights"
          rowsLabel="On"
          rows={gridRows(access)}
          columns={rightColumns}
          value={gridValue(access)}
          isAvailable={isRightOfRow}
          isReadOnly
        />
      )}
    </CardSection>
  );
}
