// Certificates as a private authority makes them.
import { generate } from "selfsigned";

const day = 86_400_000;

export interface Certificate {
  key: string;
  cert: string;
}

export function anAuthority(): Promise<Certificate> {
  return make("Test authority", {
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true },
    ],
  });
}

interface Options {
  /** Signed by itself where there is none. */
  authority?: Certificate;
  host?: string;
  isExpired?: boolean;
}

/** Of the host 127.0.0.1 unless another is named. */
export function aCertificate({ authority, host, isExpired }: Options): Promise<Certificate> {
  return make(host ?? "127.0.0.1", {
    ca: authority,
    notBeforeDate: new Date(Date.now() - 2 * day),
    notAfterDate: new Date(Date.now() + (isExpired ? -day : day)),
    extensions: [
      {
        name: "subjectAltName",
        altNames: [host === undefined ? { type: 7, ip: "127.0.0.1" } : { type: 2, value: host }],
      },
    ],
  });
}

/** Of whoever makes authenticators (WebAuthn, 8.2.1). */
export function aMaker(): Promise<Certificate> {
  return make("Test keys", {
    organisation: [
      { shortName: "C", value: "GB" },
      { shortName: "O", value: "Test makers" },
      { shortName: "OU", value: "Authenticator Attestation" },
    ],
    extensions: [{ name: "basicConstraints", cA: false }],
  });
}

interface Making extends Omit<Parameters<typeof generate>[1] & {}, "ca"> {
  ca?: Certificate | undefined;
  organisation?: { shortName: string; value: string }[];
}

async function make(
  commonName: string,
  { ca, organisation = [], ...options }: Making,
): Promise<Certificate> {
  const name = [{ name: "commonName", value: commonName }, ...organisation];
  const { private: key, cert } = await generate(name, {
    keyType: "ec",
    algorithm: "sha256",
    ...(ca && { ca }),
    ...options,
  });
  return { key, cert };
}
