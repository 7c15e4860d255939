/** The headers that keep a page's browser from running, showing or sending what is not ours. */
interface Situation {
  /** Of the page's own scripts; fresh for every answer. */
  nonce: string;
  /** React needs `eval` for its development messages. */
  isDevelopment: boolean;
  isSecure: boolean;
}

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

export function securityHeaders({ nonce, isDevelopment, isSecure }: Situation) {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ...(isSecure && { "Strict-Transport-Security": `max-age=${String(TWO_YEARS_SECONDS)}` }),
  };
}
