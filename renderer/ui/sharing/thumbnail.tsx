import { useEffect, useRef } from 'react';

/** A small picture of a window or a screen, drawn from bytes: no address leads to it. */
export function Thumbnail({ bytes }: { bytes: Uint8Array | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    if (bytes === null) return;
    createImageBitmap(new Blob([bytes.slice()])).then(
      (picture) => {
        const { current } = canvas;
        if (!isGone && current) {
          current.width = picture.width;
          current.height = picture.height;
          current.getContext('2d')?.drawImage(picture, 0, 0);
        }
        picture.close();
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [bytes]);
  return <canvas ref={canvas} width={16} height={9} aria-hidden="true" />;
}
