// MFA, of the specification's own endpoints.
import { database } from "@/lib/db/client";
import { signOffer } from "@/lib/mfa/offer";
import { newKeyUrl, secretIn } from "@/lib/mfa/totp";
import {
  changingUsers,
  inPath,
  onlyTheirOwn,
  readingUsers,
  type Cases,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import { anonymous } from "@/lib/testing/factories";
import { aPreAuthToken, codeOf, enrolTotp } from "@/lib/testing/mfa";
import type { mfaContract } from "./contract";

const params = ({ username }: Target) => ({ username });

function stored({ username }: Target) {
  return database().prisma.user.findUnique({
    where: { username },
    select: { id: true, username: true },
  });
}

/** Of nobody there is nothing to enrol. */
async function enrolled(target: Target) {
  return (await stored(target)) && enrolTotp(target);
}

async function withMfa(target: Target) {
  await enrolled(target);
  return { params: params(target) };
}

async function withCode(target: Target) {
  const totp = await enrolled(target);
  return { params: params(target), body: { totp: totp ? codeOf(totp.secret) : "000000" } };
}

async function withRecoveryCode(target: Target) {
  const totp = await enrolled(target);
  return { params: params(target), body: { recovery_code: totp?.recoveryCodes[0] ?? "" } };
}

async function withOffer(target: Target) {
  const url = newKeyUrl(target.username);
  const userId = (await stored(target))?.id ?? "";
  return {
    params: params(target),
    body: {
      otp_auth_url: url,
      otp_auth_url_signature: signOffer({ userId, url }, new Date()),
      totp: codeOf(secretIn(url)),
    },
  };
}

async function halfSignedIn(target: Target) {
  const user = await stored(target);
  return user ? aPreAuthToken(user) : anonymous;
}

export const mfaCases: Cases<typeof mfaContract> = {
  state: { rules: readingUsers, input: inPath },
  verifyTotp: {
    rules: [
      { about: "self", may: [] },
      { about: "a user", may: [] },
      { about: "nobody", may: [] },
    ],
    caller: halfSignedIn,
    input: withCode,
    also: [{ input: withRecoveryCode }],
    body: { required: ["totp", "recovery_code"] },
  },
  initTotp: { rules: onlyTheirOwn, about: "self", input: inPath },
  completeTotp: {
    rules: onlyTheirOwn,
    about: "self",
    sudo: true,
    input: withOffer,
    body: {
      text: ["otp_auth_url", "otp_auth_url_signature", "totp"],
      required: ["otp_auth_url", "otp_auth_url_signature", "totp"],
    },
  },
  renewRecoveryCodes: {
    rules: onlyTheirOwn,
    about: "self",
    sudo: true,
    input: withMfa,
    writesAgain: true,
  },
  reset: { rules: changingUsers, input: withMfa },
};
