"use client";

import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { TextField } from "@/components/form/text-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { Name } from "@/components/ui/name";
import { permits, reasonOf } from "@/lib/permissions";
import { testMailForm } from "@/lib/server-settings/schema";
import { isEmail } from "@/lib/user/username";
import { callServerSettings } from "./calls";
import { testMailWords, type SentTestMail } from "./test-mail-words";

/** Sends a test mail to whoever asks for it, and shows what the mail server said. */
export function TestMailCard({ isMailConfigured }: { isMailConfigured: boolean }) {
  const actor = useActor();
  const [sent, setSent] = useState<SentTestMail | null>(null);
  const send = useMutation({
    meta: { isShownByForm: true },
    mutationFn: async (to: string) => ({
      to,
      result: await callServerSettings("testMail", { body: { to } }),
    }),
    onSuccess: setSent,
    onMutate: () => {
      setSent(null);
    },
  });
  const own = isEmail(actor.username) ? actor.username : null;
  const form = useZodForm(testMailForm, { defaultValues: { to: own ?? "" } });
  const refusal =
    reasonOf(permits(actor, "server-settings:write")) ??
    (isMailConfigured ? null : "This server sends no mail.");

  async function handleSubmit({ to }: { to: string }) {
    await send.mutateAsync(to);
    // It is sent: leaving would lose nothing.
    form.reset({ to });
  }

  return (
    <Form form={form} label="Test mail" onSubmit={handleSubmit}>
      <CardSection
        title="Mail"
        description={
          isMailConfigured
            ? "Invites go out by mail. A test mail shows whether the mail server takes them."
            : "This server sends no mail: links are handed out by hand."
        }
        footer={
          <SubmitButton variant="secondary" icon={<Send />} disabledReason={refusal}>
            Send test mail
          </SubmitButton>
        }
      >
        <div className="grid gap-4">
          {!isMailConfigured && (
            <Callout>
              Set <code>SMTP_URL</code> and <code>MAIL_FROM</code> in the server’s environment and
              start it again.
            </Callout>
          )}
          {isMailConfigured && own !== null && (
            <p>
              To yourself: <Name>{own}</Name>
            </p>
          )}
          {isMailConfigured && own === null && (
            <TextField
              form={form}
              name="to"
              label="Send to"
              description="Your username is no e-mail address."
              type="email"
              autoComplete="email"
              className="max-w-md"
            />
          )}
          {sent && <Answer sent={sent} />}
        </div>
      </CardSection>
    </Form>
  );
}

function Answer({ sent }: { sent: SentTestMail }) {
  const { tone, title, advice } = testMailWords(sent);
  return (
    <Callout tone={tone} role="status" title={title}>
      <p>{advice}</p>
      <p className="mt-1 [overflow-wrap:anywhere]">
        <code>{sent.result.reply}</code>
      </p>
    </Callout>
  );
}
