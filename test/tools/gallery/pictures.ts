import { DRAWN_HEIGHT, DRAWN_WIDTH, svgOf, type Look } from '../../support/media/drawn-people';

/**
 * A picture that a video element can play, without a frame before it is drawn. It is drawn again now and then, since a
 * still canvas sends no frames.
 */
export function streamOf(look: Look): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = DRAWN_WIDTH;
  canvas.height = DRAWN_HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const stream = canvas.captureStream(0);
  const tracks = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  const person = new Image();
  person.src = `data:image/svg+xml,${encodeURIComponent(svgOf(look))}`;
  person.addEventListener('load', () => {
    const draw = (): void => {
      context.drawImage(person, 0, 0);
      for (const track of tracks) track.requestFrame();
    };
    draw();
    setInterval(draw, 250);
  });
  return stream;
}
