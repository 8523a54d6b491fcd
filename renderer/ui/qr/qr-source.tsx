import { Image, ScanLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { CodeCamera } from './qr-camera';

interface CodeSourceProps {
  onText: (text: string) => void;
  onImage: (image: Blob) => void;
  testId: string;
}

/** A code instead of typing: by the camera, or in an image. */
export function CodeSource({ onText, onImage, testId }: CodeSourceProps) {
  const { t } = useTranslation();
  const [isScanning, setIsScanning] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const stop = () => {
    setIsScanning(false);
  };
  if (isScanning) return <CodeCamera onText={onText} onEnd={stop} />;
  return (
    <div className="code-sources">
      <Button
        icon={ScanLine}
        data-testid={`${testId}-scan`}
        onClick={() => {
          setIsScanning(true);
        }}
      >
        {t('by-hand:codeSource.scan')}
      </Button>
      <Button icon={Image} data-testid={`${testId}-image`} onClick={() => file.current?.click()}>
        {t('by-hand:codeSource.image')}
      </Button>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        data-testid={`${testId}-image-file`}
        onChange={(event) => {
          const image = event.target.files?.[0];
          if (image) onImage(image);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
