/** A picture of the camera becomes the one that others see. */
import { HIDDEN, type Look } from './look';
import { MODEL_HEIGHT, MODEL_WIDTH, type Segmenter } from './segmenter';

/** More is not sent in any case. */
const MOST_WIDTH = 1280;
const MOST_HEIGHT = 720;
/** The room is made so small before it is drawn large again: only light and colour are left. */
const BLUR_WIDTH = 32;
const BLUR_HEIGHT = 18;
/** What the model is less sure of than this is the room, and adds nothing at all to what is seen. Of 255. */
const ROOM = 140;
/** And this is a person; in between the edge is soft. */
const PERSON = 210;

/** How much of the camera is seen of a pixel that is so likely a person, 0 to 255. */
export function opacityOf(likely: number, isHidden: boolean): number {
  if (likely <= ROOM) return 0;
  if (isHidden || likely >= PERSON) return 255;
  return Math.round(((likely - ROOM) / (PERSON - ROOM)) * 255);
}

export interface Pictured {
  readonly displayWidth: number;
  readonly displayHeight: number;
}

type Context = OffscreenCanvasRenderingContext2D;

function context(width: number, height: number): Context {
  const made = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!made) throw new Error('no canvas');
  return made;
}

/** Even: what codecs take. */
function sizeOf({ displayWidth, displayHeight }: Pictured): { width: number; height: number } {
  const scale = Math.min(1, MOST_WIDTH / displayWidth, MOST_HEIGHT / displayHeight);
  const even = (length: number): number => Math.max(2, 2 * Math.round((length * scale) / 2));
  return { width: even(displayWidth), height: even(displayHeight) };
}

export class Composer {
  readonly #small = context(MODEL_WIDTH, MODEL_HEIGHT);
  readonly #mask = context(MODEL_WIDTH, MODEL_HEIGHT);
  readonly #tiny = context(BLUR_WIDTH, BLUR_HEIGHT);
  readonly #likely = new Uint8ClampedArray(MODEL_WIDTH * MODEL_HEIGHT);
  readonly #pixels = new ImageData(MODEL_WIDTH, MODEL_HEIGHT);
  #out: Context | null = null;

  constructor(
    private readonly segmenter: Segmenter,
    private readonly look: Look,
  ) {}

  /** @returns what may be seen. Throws where the model fails; then there is nothing to be seen. */
  compose(frame: CanvasImageSource & Pictured): OffscreenCanvas {
    const { width, height } = sizeOf(frame);
    this.#small.drawImage(frame, 0, 0, MODEL_WIDTH, MODEL_HEIGHT);
    const { data } = this.#small.getImageData(0, 0, MODEL_WIDTH, MODEL_HEIGHT);
    this.segmenter.segment(data, this.#likely);
    this.#drawMask();
    const out = this.#canvas(width, height);
    out.globalCompositeOperation = 'copy';
    out.drawImage(this.#mask.canvas, 0, 0, width, height);
    out.globalCompositeOperation = 'source-in';
    if (this.look.type === 'hidden') {
      // The camera's picture itself is never drawn here.
      fill(out, HIDDEN.person);
    } else {
      out.drawImage(frame, 0, 0, width, height);
    }
    out.globalCompositeOperation = 'destination-over';
    this.#drawRoom(out);
    return out.canvas;
  }

  #drawRoom(out: Context): void {
    const { width, height } = out.canvas;
    switch (this.look.type) {
      case 'hidden':
        fill(out, HIDDEN.room);
        break;
      case 'color':
        fill(out, this.look.color);
        break;
      case 'picture': {
        const { picture } = this.look;
        const scale = Math.max(width / picture.width, height / picture.height);
        const [wide, high] = [picture.width * scale, picture.height * scale];
        out.drawImage(picture, (width - wide) / 2, (height - high) / 2, wide, high);
        break;
      }
      case 'blur':
        this.#tiny.drawImage(this.#small.canvas, 0, 0, BLUR_WIDTH, BLUR_HEIGHT);
        out.drawImage(this.#tiny.canvas, 0, 0, width, height);
        break;
    }
    // Should a picture be see-through.
    fill(out, HIDDEN.room);
  }

  #drawMask(): void {
    const isHidden = this.look.type === 'hidden';
    for (let pixel = 0; pixel < this.#likely.length; pixel++) {
      const likely = this.#likely[pixel] ?? 0;
      this.#pixels.data[pixel * 4 + 3] = opacityOf(likely, isHidden);
    }
    this.#mask.putImageData(this.#pixels, 0, 0);
  }

  #canvas(width: number, height: number): Context {
    const { canvas } = this.#out ?? {};
    if (!this.#out || canvas?.width !== width || canvas.height !== height) this.#out = context(width, height);
    return this.#out;
  }
}

function fill(out: Context, color: string): void {
  out.fillStyle = color;
  out.fillRect(0, 0, out.canvas.width, out.canvas.height);
}
