"use client";

import { useState, useSyncExternalStore } from "react";
import { useWatch } from "react-hook-form";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { usePlainForm } from "@/components/form/use-plain-form";
import { Callout } from "@/components/ui/callout";
import { leaveFreely } from "@/components/ui/use-leave-guard";
import { loadScriptTwice } from "@/lib/load-script";
import { paths } from "@/lib/paths";

const loadRequest = () => loadScriptTwice(() => import("./setup-request"));

/** Creates the super admin and signs in. The setup token stands behind `#`, where no log sees it. */
export function SetupForm({
  needsToken,
  passwordMinLength,
}: {
  /** False for whoever sits at the server's own machine. */
  needsToken: boolean;
  passwordMinLength: number;
}) {
  const linkToken = useLinkToken();
  const [isRefused, setIsRefused] = useState(false);
  const form = usePlainForm({
    defaultValues: { username: "", display_name: "", password: "", token: "" },
  });
  const [username, displayName] = useWatch({
    control: form.control,
    name: ["username", "display_name"],
  });
  const isTokenAsked = isRefused || (needsToken && linkToken === "");

  return (
    <Form
      form={form}
      label="Super admin"
      onSubmit={async ({ token, ...body }) => {
        const { setUp, isProofRefusal } = await loadRequest();
        const given = isTokenAsked ? token.trim() : (linkToken ?? "");
        try {
          await setUp(body, given);
        } catch (error) {
          if (isProofRefusal(error)) setIsRefused(true);
          throw error;
        }
        leaveFreely();
        window.location.assign(paths.users);
      }}
    >
      <FormFields>
        {isTokenAsked && (
          <>
            <Callout
              tone="warn"
              title={isRefused ? "Check the setup token" : "The setup token is missing"}
            >
              When Muster starts, it prints a line that begins with “Create the super admin at”.
              Open the link in that line, or paste what follows{" "}
              <code className="font-mono">#token=</code> here.
            </Callout>
            <TextField
              form={form}
              name="token"
              label="Setup token"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              rules={{ required: "Paste the setup token." }}
            />
          </>
        )}
        <TextField
          form={form}
          name="username"
          label="Username"
          description="An e-mail address, or letters, digits, dots, hyphens and underscores. It cannot be changed later."
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          rules={{ required: "Enter a username." }}
        />
        <TextField
          form={form}
          name="display_name"
          label="Display name"
          autoComplete="name"
          isOptional
        />
        <PasswordField
          form={form}
          name="password"
          label="Password"
          description={`At least ${String(passwordMinLength)} characters.`}
          autoComplete="new-password"
          minLength={passwordMinLength}
          canGenerate
          hasStrengthMeter
          strengthHints={[username, displayName, "muster"]}
          rules={{ required: "Enter a password." }}
        />
        <SubmitButton size="lg">Create the super admin</SubmitButton>
      </FormFields>
    </Form>
  );
}

/** The token of the setup link; null in the server's HTML, which never sees it. */
function useLinkToken(): string | null {
  return useSyncExternalStore(subscribeToHash, readLinkToken, () => null);
}

function readLinkToken(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
}

function subscribeToHash(listener: () => void) {
  window.addEventListener("hashchange", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
  };
}
