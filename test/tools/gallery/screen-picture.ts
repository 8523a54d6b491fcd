/** Drawn screens, so that nothing that is shown needs a real one. */

function draw(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, index: number): void {
  const { width, height } = context.canvas;
  const unit = width / 96;
  context.fillStyle = ['#fffdf7', '#2a2f3d', '#ffffff', '#eef5ef', '#f2eae0'][index % 5] ?? '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = index % 5 === 1 ? '#b5b3b8' : '#1f2028';
  context.font = `bold ${String(3 * unit)}px sans-serif`;
  context.fillText('Order of the evening', 4 * unit, 7 * unit);
  context.font = `${String(2 * unit)}px sans-serif`;
  const lines = [
    '20:00   Names are read',
    '20:20   A minute of silence',
    '20:21   A letter is read',
    '20:35   Music',
  ];
  for (const [line, text] of lines.entries())
    context.fillText(text, 4 * unit, (13 + 6 * line) * unit, 60 * unit);
  context.fillRect(0, height - unit, width, unit);
}

function pictureOf(index: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(320, 180);
  const context = canvas.getContext('2d');
  if (context) draw(context, index);
  return canvas;
}

/** A BMP, which can be made at once; small and without a table. */
export function screenPicture(index: number): Uint8Array {
  const canvas = pictureOf(index);
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  const bytes = new Uint8Array(54 + 4 * width * height);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x42_4d);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 32, true);
  for (let at = 0; at < pixels.length; at += 4) {
    bytes[54 + at] = pixels[at + 2] ?? 0;
    bytes[55 + at] = pixels[at + 1] ?? 0;
    bytes[56 + at] = pixels[at] ?? 0;
    bytes[57 + at] = 255;
  }
  return bytes;
}

/** Drawn again now and then, since a still canvas sends no frames. */
function streamOfScreen(): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1920, height: 1080 });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const stream = canvas.captureStream(4);
  draw(context, 0);
  setInterval(() => {
    draw(context, 0);
  }, 250);
  return stream;
}
export const screenStream = streamOfScreen();
