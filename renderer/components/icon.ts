/** How every icon stands beside its text: 16 px, thin, and silent to a screen reader. */
export const iconProps = { size: 16, strokeWidth: 1.75, "aria-hidden": true, focusable: false } as const;
