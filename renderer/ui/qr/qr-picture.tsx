import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { codePicture } from './qr-code';

interface QrPictureProps {
  /** Null while it is being made. */
  text: string | null;
  label: string;
  testId: string;
}

export function QrPicture({ text, label, testId }: QrPictureProps) {
  const { t } = useTranslation();
  if (text !== null) return <Squares text={text} label={label} testId={testId} />;
  return (
    <div className="qr" role="status">
      {t('verification:verify.code.making')}
    </div>
  );
}

/** A QR code, dark on light in every theme: some readers know no other. */
function Squares({ text, label, testId }: { text: string; label: string; testId: string }) {
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
