/** The headers that keep a page's browser from running, showing or sending what is not ours. */
interface Situation {
  /** Of the page's own scripts; fresh for every answer. */
  nonce: string;
  /** React needs `eval` for its development messages, and Next shows them with styles of its own. */
  isDevelopment: boolean;
}

// Toasts come with a style element that knows no nonce: it is put into the page empty, and filled then.
const toastStyles = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
].join(" ");

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** For every answer over https: whatever else this name and those below it serve is asked for over https from then on. */
export const strictTransport = `max-age=${String(TWO_YEARS_SECONDS)}; includeSubDomains`;

export function securityHeaders({ nonce, isDevelopment }: Situation) {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment
      ? "style-src 'self' 'unsafe-inline'"
      : `style-src 'self' 'nonce-${nonce}' ${toastStyles}`,
    // Attributes, by which scripts place and size what they show.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
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
  };
}
