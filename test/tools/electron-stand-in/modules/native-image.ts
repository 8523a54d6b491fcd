/** `nativeImage`, as far as one PNG goes. */

/** Where a PNG's header holds width and height, in bytes. */
const WIDTH_OFFSET = 16;
const HEIGHT_OFFSET = 20;

export interface Image {
  isEmpty(): boolean;
  getSize(): { width: number; height: number };
  toPNG(): Buffer;
  /** The same bytes: nothing here draws. */
  toJPEG(quality: number): Buffer;
  toDataURL(): string;
}

export function imageFromPng(png: Buffer): Image {
  const isEmpty = png.length < HEIGHT_OFFSET + 4;
  const size = isEmpty
    ? { width: 0, height: 0 }
    : { width: png.readUInt32BE(WIDTH_OFFSET), height: png.readUInt32BE(HEIGHT_OFFSET) };
  return {
    isEmpty: () => isEmpty,
    getSize: () => size,
    toPNG: () => png,
    toJPEG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
  };
}

export const emptyImage = imageFromPng(Buffer.alloc(0));

export const nativeImage = {
  createEmpty: () => emptyImage,
  createFromBuffer: imageFromPng,
  createFromPath: () => emptyImage,
  createFromBitmap: () => emptyImage,
};
