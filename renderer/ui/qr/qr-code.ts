/** A QR code as a path of an SVG. */
import encodeQR from 'qr';

export interface CodePicture {
  /** Modules on a side, quiet zone included. */
  size: number;
  path: string;
}

/** The specification's quiet zone, in modules: without it a dark theme would swallow the edge. */
const BORDER = 4;

export function codePicture(text: string): CodePicture {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  const runs = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y.toString()}h${length}v1h-${length}z`),
  );
  return { size: rows.length, path: runs.join('') };
}

/** Dark modules side by side, as start and length in digits. */
function runsOf(row: readonly boolean[]): [start: string, length: string][] {
  const runs: [string, string][] = [];
  let start = 0;
  for (let x = 0; x <= row.length; x++) {
    if (row[x] === true) continue;
    if (x > start) runs.push([start.toString(), (x - start).toString()]);
    start = x + 1;
  }
  return runs;
}
