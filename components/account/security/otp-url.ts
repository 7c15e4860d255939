/** What a person types into an app that cannot read the QR code. */
export interface TypedKey {
  /** "Muster: ada" */
  account: string;
  /** As it is copied. */
  key: string;
  /** In groups of four, as it is read. */
  grouped: string;
}

/** @param url a key URI, `otpauth://totp/Muster:ada?secret=…` */
export function typedKeyOf(url: string): TypedKey {
  const { pathname, searchParams } = new URL(url);
  const [issuer = "", ...name] = decodeURIComponent(pathname.split("/").at(-1) ?? "").split(":");
  const key = searchParams.get("secret") ?? "";
  return {
    account: name.length === 0 ? issuer : `${issuer}: ${name.join(":").trim()}`,
    key,
    grouped: key.match(/.{1,4}/g)?.join(" ") ?? "",
  };
}
