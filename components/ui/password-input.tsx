"use client";

import { useState, type ComponentProps } from "react";
import { Eye, EyeOff, WandSparkles } from "lucide-react";
import { cn } from "@/lib/cn";
import { generatePassword } from "@/lib/generate-password";
import { IconButton } from "./icon-button";
import { Input } from "./input";
import { PasswordStrength } from "./password-strength";

interface PasswordInputProps extends Omit<ComponentProps<"input">, "type" | "value" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  /** "current-password" to sign in, "new-password" to set one: password managers need it. */
  autoComplete: "current-password" | "new-password";
  /** Offers a generated password, which is then shown. */
  canGenerate?: boolean;
  /** Shows how strong it is. */
  hasStrengthMeter?: boolean;
  /** Words an attacker would try first: the username, the name of the server. */
  strengthHints?: readonly string[];
  /** Of a new password; password managers make theirs as long. */
  minLength?: number;
}

export function PasswordInput({
  value,
  onChange,
  canGenerate = false,
  hasStrengthMeter = false,
  strengthHints,
  minLength,
  className,
  ...props
}: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);

  return (
    <div className={className}>
      <div className="relative">
        <Input
          {...props}
          type={isShown ? "text" : "password"}
          value={value}
          minLength={minLength}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className={cn(canGenerate ? "pe-18" : "pe-9", isShown && "font-mono")}
        />
        <div className="absolute inset-y-0 end-0.5 flex items-center gap-0.5">
          {canGenerate && (
            <IconButton
              label="Generate a password"
              icon={<WandSparkles />}
              size="sm"
              onClick={() => {
                onChange(generatePassword(minLength));
                setIsShown(true);
              }}
            />
          )}
          <IconButton
            label={isShown ? "Hide password" : "Show password"}
            icon={isShown ? <EyeOff /> : <Eye />}
            size="sm"
            onClick={() => {
              setIsShown(!isShown);
            }}
          />
        </div>
      </div>
      {hasStrengthMeter && <PasswordStrength password={value} hints={strengthHints} />}
    </div>
  );
}
