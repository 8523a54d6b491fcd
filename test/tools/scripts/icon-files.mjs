/** Windows' and macOS's files of icons: both hold a PNG for each size. */

/** @typedef {(size: number) => Buffer} Picture a PNG of so many pixels each way */

export const linuxSizes = [16, 22, 24, 32, 48, 64, 96, 128, 256, 512];
export const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256];

/** Apple's names for kinds of pictures; `@2x` is for screens of double density. */
const icnsKinds = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024], // 512@2x
  ['ic11', 32], // 16@2x
  ['ic12', 64], // 32@2x
  ['ic13', 256], // 128@2x
  ['ic14', 512], // 256@2x
]);
export const icnsSizes = icnsKinds.map(([, size]) => size);

/**
 * @param {Picture} picture
 * @returns {Buffer} an .ico
 */
export function icoOf(picture) {
  const pictures = icoSizes.map((size) => ({ size, png: picture(size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2); // icons, not cursors
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4); // planes
    head.writeUInt16LE(32, at + 6); // bits of a pixel
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/**
 * @param {Picture} picture
 * @returns {Buffer} an .icns
 */
export function icnsOf(picture) {
  const parts = icnsKinds.map(([kind, size]) => {
    const png = picture(size);
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32BE(8 + png.length, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}
