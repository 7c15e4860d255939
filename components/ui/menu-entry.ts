import type { ReactNode } from "react";

/** What a menu shows, as data: the menu itself loads when it is first wanted. */
export type MenuEntry =
  | {
      kind?: "action";
      label: string;
      icon?: ReactNode;
      shortcut?: string;
      isDanger?: boolean;
      /** Refused: stays focusable, shows and announces why. */
      disabledReason?: string | null | undefined;
      onSelect: () => void;
    }
  | { kind: "link"; label: string; icon?: ReactNode; href: string; isExternal?: boolean }
  | { kind: "check"; label: string; isChecked: boolean; onChange: (isChecked: boolean) => void }
  | {
      kind: "choice";
      label: string;
      value: string;
      options: readonly { value: string; label: string; icon?: ReactNode }[];
      onChange: (value: string) => void;
    }
  | { kind: "heading"; label: string; description?: string }
  | { kind: "separator" };
