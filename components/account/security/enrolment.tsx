"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Button } from "@/components/ui/button";
import { isRefusal } from "@/lib/api/api-error";
import { EnrolmentForm } from "./enrolment-form";
import { EnrolmentSkeleton } from "./enrolment-skeleton";
import { forgetOffer } from "./kept-offer";
import { useOfferTotp } from "./mutations";

/**
 * Sets up an authenticator app: a key to scan or to type, then the code that proves that it arrived. The key stays the
 * same through a reload, for the 10 minutes that the server takes it.
 */
export function Enrolment({
  username,
  onEnrolled,
}: {
  username: string;
  onEnrolled: (recoveryCodes: string[]) => void;
}) {
  const make = useOfferTotp(username);
  const [isRenewed, setIsRenewed] = useState(false);
  const kept = make.data;

  const begin = useEffectEvent(() => {
    make.mutate();
  });
  useEffect(() => {
    begin();
  }, []);

  function renew() {
    forgetOffer();
    setIsRenewed(true);
    make.mutate();
  }

  const expiresAt = kept?.expiresAt;
  const handleExpired = useEffectEvent(renew);
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const timer = setTimeout(() => {
      handleExpired();
    }, expiresAt - Date.now());
    return () => {
      clearTimeout(timer);
    };
  }, [expiresAt]);

  if (make.error) {
    return (
      <Callout
        tone="danger"
        role="alert"
        title="No key could be made"
        action={
          <Button
            onClick={() => {
              make.mutate();
            }}
          >
            Try again
          </Button>
        }
      >
        {make.error.message}
      </Callout>
    );
  }
  if (!kept) return <EnrolmentSkeleton />;
  return (
    <EnrolmentForm
      key={kept.offer.otp_auth_url}
      username={username}
      offer={kept.offer}
      isRenewed={isRenewed}
      onEnrolled={onEnrolled}
      onError={(error) => {
        const isOver = isRefusal(error, "invalid") && isAboutOffer(error.fields);
        if (isOver) renew();
        return isOver;
      }}
    />
  );
}

/** The server takes the key no more: the clocks differ, or its secret is another one now. */
function isAboutOffer(fields: readonly { path: string }[]): boolean {
  return fields.some(({ path }) => path === "otp_auth_url_signature");
}
