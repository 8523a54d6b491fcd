import { describe, expect, it } from 'vitest';
import { drawScene } from '../../../../../renderer/call/recording/draw-scene';
import type { Pictures } from '../../../../../renderer/call/recording/pictures';
import type { Scene, ScenePerson } from '../../../../../renderer/call/recording/scene';

const person = (name: string, isLeftOut: boolean): ScenePerson => ({
  ...{ id: name, name, isLeftOut, picture: null, sound: null, gain: 1 },
});
/** As large as any video. */
const picture = { videoWidth: 640, videoHeight: 360 } as HTMLVideoElement;

function drawn(scene: Scene): { texts: string[]; pictures: number } {
  const texts: string[] = [];
  let count = 0;
  const context = {
    fillRect: () => undefined,
    fillText: (text: string) => texts.push(text),
    measureText: () => ({ width: 10 }),
    drawImage: () => count++,
  } as unknown as CanvasRenderingContext2D;
  const pictures = { at: () => picture } as unknown as Pictures;
  drawScene(context, scene, pictures, { notRecorded: 'Not recorded', cameraOff: 'Camera off' });
  return { texts, pictures: count };
}

describe('a frame of a recording', () => {
  it.each(['grid', 'speaker'] as const)(
    '(%s) has neither name nor picture of those who are left out',
    (layout) => {
      const scene = { layout, people: [person('Carol', true), person('Bob', false)], screen: null };
      expect(drawn(scene)).toEqual({ texts: ['Not recorded', 'Bob'], pictures: 1 });
    },
  );
});
