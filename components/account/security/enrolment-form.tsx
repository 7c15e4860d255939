"use client";

import type { ReactNode } from "react";
import { z } from "zod";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { useZodForm } from "@/components/form/use-zod-form";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { Name } from "@/components/ui/name";
import { CodeField } from "@/components/session/code-field";
import { totpCode, type TotpOffer } from "@/lib/mfa/schema";
import { useEnrolTotp } from "./mutations";
import { typedKeyOf } from "./otp-url";

const schema = z.object({ totp: totpCode });

/** The key of an offer, and the code that proves that an app has it. */
export function EnrolmentForm({
  username,
  offer,
  isRenewed,
  onEnrolled,
  onError,
}: {
  username: string;
  offer: TotpOffer;
  /** The key before was good for 10 minutes, and they are over. */
  isRenewed: boolean;
  onEnrolled: (recoveryCodes: string[]) => void;
  /** @returns whether it was dealt with */
  onError: (error: unknown) => boolean;
}) {
  const form = useZodForm(schema, { defaultValues: { totp: "" } });
  const enrol = useEnrolTotp(username);

  return (
    <Form
      form={form}
      label="Set up an authenticator app"
      onError={onError}
      onSubmit={async ({ totp }) => {
        const { recovery_codes } = await enrol.mutateAsync({ offer, totp });
        onEnrolled(recovery_codes);
      }}
    >
      <div className="grid gap-5">
        {isRenewed && (
          <Callout tone="warn" role="alert" title="Scan this new key">
            The key before was good for 10 minutes. Remove it from your app if you had added it.
          </Callout>
        )}
        <ol className="grid gap-5">
          <Step number={1} title="Add Muster to your authenticator app">
            <OfferedKey offer={offer} />
          </Step>
          <Step number={2} title="Enter the code that the app shows">
            <CodeField form={form} name="totp" label="Code" />
          </Step>
        </ol>
        <SubmitButton size="lg">Switch on</SubmitButton>
      </div>
    </Form>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid gap-3">
      <p className="flex gap-2.5 font-medium">
        <span
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-sm text-ink-2"
        >
          {number}
        </span>
        {title}
      </p>
      {children}
    </li>
  );
}

function OfferedKey({ offer: { otp_auth_url: url, qr_code: image } }: { offer: TotpOffer }) {
  const { account, key, grouped } = typedKeyOf(url);
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      {/* eslint-disable-next-line @next/next/no-img-element -- a data URL: there is nothing to optimise */}
      <img
        src={image}
        alt="QR code of the key, to scan with the authenticator app"
        width={176}
        height={176}
        className="block size-44 rounded-lg border border-line-strong"
      />
      <div className="grid min-w-0 grow basis-44 gap-2 text-sm">
        <p className="text-ink-2">Scan the QR code, or type this into the app:</p>
        <dl className="grid gap-2">
          <div>
            <dt className="text-ink-3">Account</dt>
            <dd className="[overflow-wrap:anywhere]">
              <Name>{account}</Name>
            </dd>
          </div>
          <div>
            <dt className="text-ink-3">Key</dt>
            <dd className="flex items-center gap-1">
              <code className="min-w-0 font-mono">{grouped}</code>
              <CopyButton value={key} label="Copy key" />
            </dd>
          </div>
          <div>
            <dt className="text-ink-3">Type</dt>
            <dd>Time-based, 6 digits</dd>
          </div>
        </dl>
        <a href={url} className="w-fit rounded-sm text-accent-text underline">
          Open in an app on this device
        </a>
      </div>
    </div>
  );
}
