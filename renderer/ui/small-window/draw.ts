/** What the small window looks like, drawn a few times a second, since the system shows one picture and no page. */

export const WIDTH = 480;
export const HEIGHT = 270;
export const EVERY_MS = 66;
/** A picture that has not changed for so long is none any more: its place on the stage may be another page. */
export const STALE_MS = 3000;

const NIGHT = '#11131a';
const TEXT = '#f7f4ee';
const DANGER = '#ff8f8f';
const MARGIN = 14;

export interface Drawn {
  picture: { source: HTMLVideoElement; width: number; height: number } | null;
  name: string;
  /** In words: that oneself is muted; empty if one is not. */
  muted: string;
}

export function draw(context: CanvasRenderingContext2D, { picture, name, muted }: Drawn): void {
  context.fillStyle = NIGHT;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  if (picture && picture.width > 0 && picture.height > 0) {
    const scale = Math.min(WIDTH / picture.width, HEIGHT / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    context.drawImage(picture.source, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
    label(context, name, MARGIN, HEIGHT - MARGIN, TEXT);
  } else {
    context.font = '600 28px system-ui, sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = TEXT;
    context.fillText(name, WIDTH / 2, HEIGHT / 2, WIDTH - 2 * MARGIN);
  }
  if (muted !== '') label(context, muted, MARGIN, 2 * MARGIN + 8, DANGER);
}

/** @param bottom of the words */
function label(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  bottom: number,
  colour: string,
): void {
  context.font = '600 18px system-ui, sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const width = Math.min(context.measureText(words).width, WIDTH - 2 * MARGIN);
  context.fillStyle = 'rgb(17 19 26 / 75%)';
  context.fillRect(x - 8, bottom - 22, width + 16, 32);
  context.fillStyle = colour;
  context.fillText(words, x, bottom, WIDTH - 2 * MARGIN);
}
