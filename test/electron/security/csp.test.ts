import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, policyMeta } from "../../../electron/security/csp.ts";

const rest =
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; media-src 'none'; " +
  "manifest-src 'none'; base-uri 'none'; form-action 'none'";

describe("content security policy", () => {
  it("is this and nothing else", () => {
    expect(contentSecurityPolicy("abc")).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; ${rest}; frame-ancestors 'none'`,
    );
    expect(contentSecurityPolicy(null)).toBe(`default-src 'none'; script-src 'self'; style-src 'self'; ${rest}; frame-ancestors 'none'`);
  });

  it("stands in the page too, without what a meta cannot say", () => {
    expect(policyMeta("abc")).toBe(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; ${rest}">`,
    );
  });
});
