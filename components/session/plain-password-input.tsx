"use client";

import { useState, type ComponentProps } from "react";
import { Eye, EyeOff } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** A password field that holds its own value, with show and hide. */
export function PlainPasswordInput(
  props: Omit<ComponentProps<"input">, "type"> & {
    autoComplete: "current-password" | "new-password";
  },
) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...props}
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pe-9"
      />
      <span className="absolute inset-y-0 end-0.5 flex items-center">
        <IconButton
          label={isShown ? "Hide password" : "Show password"}
          icon={isShown ? <EyeOff /> : <Eye />}
          size="sm"
          onClick={() => {
            setIsShown(!isShown);
          }}
        />
      </span>
    </div>
  );
}
