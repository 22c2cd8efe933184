/** The nonce that the page was served with, or "" where there is none (tests). */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/** Lets the scroll lock under menus and dialogs put its style sheet in: the library behind it reads its nonce from this global. */
export function giveNonceToStyles(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
