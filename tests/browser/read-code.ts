import { loadImage, createCanvas } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import type { Locator } from 'playwright-core';

/** Returns what a camera reads in a QR code as it is shown; undefined where it finds none. */
export async function readCode(code: Locator): Promise<string | undefined> {
  const picture = await loadImage(await code.screenshot());
  const { width, height } = picture;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return jsQr.default(data, width, height)?.data;
}
