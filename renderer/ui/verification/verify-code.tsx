import { Image, ScanLine } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparing, Unsettled } from '../../state/verification';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { CodeCamera } from '../qr/qr-camera';
import { NoticeBox } from '../components/notice-box';
import { QrPicture } from '../qr/qr-picture';

const told: Record<
  Exclude<Unsettled, 'nothing'>,
  `verification:verify.code.${'notACode' | 'ownCode' | 'noCode' | 'unreadable'}`
> = {
  'not-a-code': 'verification:verify.code.notACode',
  'own-code': 'verification:verify.code.ownCode',
  'no-code-in-image': 'verification:verify.code.noCode',
  'image-unreadable': 'verification:verify.code.unreadable',
};

/** The own code to be shown, and the other's to be read. */
export function VerifyCode({ comparing }: { comparing: Comparing }) {
  const { t } = useTranslation();
  const { scanAgain, takeCodeImage, takeScannedCode } = useActions();
  const [isScanning, setIsScanning] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const name = nameInText(t, comparing.name);
  const { ownCode, scanned } = comparing;
  const takeImage = (image: File | undefined) => {
    setIsScanning(false);
    if (image) takeCodeImage(image);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    takeImage(event.dataTransfer.files[0]);
  };
  return (
    <div className="codes">
      <figure className="own-code">
        <QrPicture
          text={ownCode}
          label={t('verification:verify.code.own', { name })}
          testId="verify-own-code"
        />
        <figcaption className="small quiet">{t('verification:verify.code.ownText', { name })}</figcaption>
      </figure>
      <div
        className="stack drop"
        data-testid="verify-drop"
        onDragOver={(event) => {
          event.preventDefault();
        }}
        onDrop={onDrop}
      >
        {isScanning ? (
          <CodeCamera
            onText={takeScannedCode}
            onEnd={() => {
              setIsScanning(false);
            }}
          />
        ) : (
          <>
            <div role="alert">
              {scanned !== 'nothing' && <NoticeBox title={t(told[scanned])} testId="verify-unsettled" />}
            </div>
            <p>{t('verification:verify.code.text', { name })}</p>
            <div className="row wrap">
              <Button
                kind="main"
                icon={ScanLine}
                data-testid="verify-scan"
                onClick={() => {
                  scanAgain();
                  setIsScanning(true);
                }}
              >
                {t(
                  scanned === 'nothing' ? 'verification:verify.code.scan' : 'verification:verify.code.again',
                )}
              </Button>
              <Button icon={Image} data-testid="verify-image" onClick={() => file.current?.click()}>
                {t('verification:verify.code.image')}
              </Button>
              <span className="small quiet">{t('verification:verify.code.drop')}</span>
            </div>
            <p className="small quiet">{t('verification:verify.code.inCall')}</p>
          </>
        )}
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          data-testid="verify-image-file"
          onChange={(event) => {
            takeImage(event.target.files?.[0]);
            // So that the same file can be chosen again.
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
