/** What index.html holds where the nonce of this load belongs. */
export const noncePlaceholder = "__CSP_NONCE__";

/** The content security policy of every answer. `nonce` null: an answer that is no page, and so never needs one. */
export function contentSecurityPolicy(nonce: string | null): string {
  const style = nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    style,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "media-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The same policy as a `<meta>` in the page's head, should a header ever be lost; `frame-ancestors` has no meaning there. */
export function policyMeta(nonce: string): string {
  const policy = contentSecurityPolicy(nonce).replace("; frame-ancestors 'none'", "");
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}
