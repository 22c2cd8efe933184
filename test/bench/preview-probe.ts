/** Runs in the window: milliseconds from each key, as the system stamped it, to the end of the frame that shows it. */
export function watchKeys(): void {
  if ("keyProbe" in window) return;
  const keyProbe = { frames: [] as number[] };
  Object.assign(window, { keyProbe });
  addEventListener(
    "keydown",
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keyProbe.frames.push(performance.now() - timeStamp);
        port2.postMessage(0);
      }),
    { capture: true },
  );
}

/**
 * `take` waits until the pages have been quiet that long after a change, and gives the milliseconds from the last key to their last change.
 * `stop`: the pages are no longer looked at, which costs as much as a key.
 */
export type PageProbe = { take(quietMs: number): Promise<number>; stop(): void };

/** Runs in the window. A page that was drawn again and looks the same is no change; that looking costs time is not in the times. */
export function watchPages(): void {
  type Look = { at: number; picture: number };
  const looks = new Map<Element, Look[]>();
  let keyAt = 0;
  const pictureOf = (canvas: HTMLCanvasElement): number => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext("2d", { willReadFrequently: true });
    context?.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? new ArrayBuffer(0));
    let hash = 0;
    for (const pixel of pixels) hash = (Math.imul(hash, 31) + pixel) | 0;
    return hash;
  };
  // The reader draws in its own thread: what it has drawn comes to the window within the next frames.
  const see = (canvas: HTMLCanvasElement, framesLeft = 6): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const at = performance.now();
        const picture = pictureOf(canvas);
        const seen = looks.get(canvas) ?? [];
        if (picture === seen.at(-1)?.picture && framesLeft > 0) see(canvas, framesLeft - 1);
        else looks.set(canvas, [...seen, { at, picture }]);
      };
      port2.postMessage(0);
    });
  };
  const settledAt = (seen: readonly Look[]): number | null => {
    const last = seen.at(-1)?.picture;
    const before = seen.findLastIndex(({ picture }) => picture !== last);
    return before === -1 ? null : (seen[before + 1]?.at ?? null);
  };
  const take = async (quietMs: number): Promise<number> => {
    const pause = Promise.withResolvers<void>();
    setTimeout(pause.resolve, 50);
    await pause.promise;
    const changed = Math.max(...[...looks.values()].map(settledAt).filter((at) => at !== null));
    const seen = Math.max(keyAt, ...[...looks.values()].map((each) => each.at(-1)?.at ?? 0));
    if (performance.now() - keyAt > 20_000) throw new Error("the pages did not change");
    if (changed < keyAt || performance.now() - seen < quietMs) return take(quietMs);
    for (const [canvas, each] of looks) looks.set(canvas, each.slice(-1));
    return changed - keyAt;
  };
  const observer = new MutationObserver((records) => {
    for (const target of new Set(records.map((record) => record.target))) see(target as HTMLCanvasElement);
  });
  observer.observe(document.body, { subtree: true, attributeFilter: ["data-drawn"] });
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>("canvas[data-drawn]")) see(canvas);
  addEventListener("keydown", ({ timeStamp }) => (keyAt = timeStamp), { capture: true });
  Object.assign(window, { pageProbe: { take, stop: () => observer.disconnect() } satisfies PageProbe });
}
