import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Grey } from "./grey-png.ts";

/** The pages of a PDF drawn at 72 dots an inch, in 16 greys; 0 is the last page. */
export async function drawPages(pdf: Uint8Array, numbers: readonly number[]): Promise<Grey[]> {
  const open = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const drawn: Grey[] = [];
  for (const number of numbers) {
    const page = await open.getPage(number === 0 ? open.numPages : number);
    const viewport = page.getViewport({ scale: 1 });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    drawn.push(greyOf(canvas.getContext("2d")));
  }
  await open.loadingTask.destroy();
  return drawn;
}

/** A picture as it was kept. */
export async function readPicture(png: Buffer): Promise<Grey> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return greyOf(context);
}

function greyOf(context: SKRSContext2D): Grey {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const levels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [red, green, blue] = [data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0];
    return Math.round((0.299 * red + 0.587 * green + 0.114 * blue) / 17);
  });
  return { width, height, levels };
}

/** The share of pixels that are more than `steps` of 16 greys apart; 1 where the sizes differ. */
export function shareThatDiffers(a: Grey, b: Grey, steps = 3): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  return a.levels.reduce((count, level, i) => count + (Math.abs(level - (b.levels[i] as number)) > steps ? 1 : 0), 0) / a.levels.length;
}

/** Both on one sheet, as PNG: what stands only in the kept picture is red, what stands only in the new one blue. */
export function differencePng(kept: Grey, now: Grey): Buffer {
  const [width, height] = [Math.max(kept.width, now.width), Math.max(kept.height, now.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const sheet = context.createImageData(width, height);
  const level = (of: Grey, x: number, y: number): number =>
    x < of.width && y < of.height ? 17 * (of.levels[y * of.width + x] as number) : 255;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [before, after] = [level(kept, x, y), level(now, x, y)];
      sheet.data.set([after, Math.min(before, after), before, 255], 4 * (y * width + x));
    }
  context.putImageData(sheet, 0, 0);
  return canvas.toBuffer("image/png");
}
