import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import { QrPicture } from '../qr/qr-picture';

/** A text that is passed by hand: as a code for a camera, and to be copied. */
export function HandText({ id, text, label }: { id: string | null; text: string; label: string }) {
  const { t } = useTranslation();
  const { copyHandText } = useActions();
  return (
    <div className="hand-text">
      <QrPicture text={text} label={label} testId="hand-code" />
      <Button
        kind="main"
        icon={Copy}
        data-testid="hand-copy"
        onClick={() => {
          copyHandText(id);
        }}
      >
        {t('by-hand:copy')}
      </Button>
    </div>
  );
}
