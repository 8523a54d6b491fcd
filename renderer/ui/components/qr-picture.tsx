import { useMemo } from 'react';
import { codePicture } from '../code-picture';

/** Dark on light in every theme: some readers know no other. */
export function QrPicture({ text, label, testId }: { text: string; label: string; testId: string }) {
  const { size, path } = useMemo(() => codePicture(text), [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size.toString()} ${size.toString()}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-testid={testId}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#15161c" />
    </svg>
  );
}
