/** One frame of the picture that is recorded. */
import { gridPlaces, HEIGHT, speakerPlaces, WIDTH, type Place } from './places';
import type { Pictures } from './pictures';
import type { Scene, SceneWords } from './scene';

const NIGHT = '#0b0d12';
const TILE = '#1b1e27';
const TEXT = '#f7f4ee';
const QUIET = '#b9b4aa';
const MARGIN = 10;

interface Drawn {
  picture: HTMLVideoElement | null;
  name: string;
  /** Why there is no picture. */
  word: string;
}

export function drawScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  pictures: Pictures,
  words: SceneWords,
): void {
  const people: Drawn[] = scene.people.map(({ id, name, isLeftOut }) => ({
    picture: isLeftOut ? null : pictures.at(id, false),
    name: isLeftOut ? '' : name,
    word: isLeftOut ? words.notRecorded : words.cameraOff,
  }));
  const { screen } = scene;
  const all = screen
    ? [{ picture: pictures.at(screen.id, true), name: screen.name, word: '' }, ...people]
    : people;
  const isLarge = screen !== null || scene.layout === 'speaker';
  const places = isLarge ? speakerPlaces(all.length) : gridPlaces(all.length);
  context.fillStyle = NIGHT;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  for (const [index, place] of places.entries()) {
    const drawn = all[index];
    if (drawn) drawOne(context, drawn, place);
  }
}

function drawOne(context: CanvasRenderingContext2D, { picture, name, word }: Drawn, place: Place): void {
  const { x, y, width, height } = place;
  context.fillStyle = TILE;
  context.fillRect(x, y, width, height);
  if (picture) {
    const scale = Math.min(width / picture.videoWidth, height / picture.videoHeight);
    const [wide, tall] = [picture.videoWidth * scale, picture.videoHeight * scale];
    context.drawImage(picture, x + (width - wide) / 2, y + (height - tall) / 2, wide, tall);
  } else if (word !== '') {
    context.font = '400 16px system-ui, sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = QUIET;
    context.fillText(word, x + width / 2, y + height / 2, width - 2 * MARGIN);
  }
  label(context, name, place);
}

function label(context: CanvasRenderingContext2D, name: string, { x, y, width, height }: Place): void {
  if (name === '') return;
  context.font = '600 16px system-ui, sans-serif';
  context.textAlign = 'start';
  context.textBaseline = 'alphabetic';
  const wide = Math.min(context.measureText(name).width, width - 4 * MARGIN);
  context.fillStyle = 'rgb(11 13 18 / 75%)';
  context.fillRect(x + MARGIN, y + height - MARGIN - 26, wide + 16, 26);
  context.fillStyle = TEXT;
  context.fillText(name, x + MARGIN + 8, y + height - MARGIN - 8, wide);
}
