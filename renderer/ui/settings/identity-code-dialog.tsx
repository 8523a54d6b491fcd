import { QrCode } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityCode } from '../../state/actions/vault';
import { useActions } from '../context';
import { Dialog, OnlyAnswer } from '../components/dialog';
import { Emblem } from '../components/emblem';
import { NoticeBox } from '../components/notice-box';
import { QrPicture } from '../qr/qr-picture';

/** The own key as a code, for somebody who verifies this person later, in a meeting. */
export function IdentityCodeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { identityCode } = useActions();
  const [code, setCode] = useState<IdentityCode | null>(null);
  useEffect(() => {
    let isOpen = true;
    void identityCode().then((made) => {
      if (isOpen) setCode(made);
    });
    return () => {
      isOpen = false;
    };
  }, [identityCode]);
  return (
    <Dialog
      title={t('identity:identityCode.title')}
      lead={t('identity:identityCode.lead')}
      emblem={<Emblem of={QrCode} />}
      testId="identity-code-dialog"
      onClose={onClose}
      footer={
        <OnlyAnswer testId="identity-code-close" onAnswer={onClose}>
          {t('common:close')}
        </OnlyAnswer>
      }
    >
      {code?.kind !== 'failed' && (
        <div className="codes">
          <QrPicture
            text={code?.text ?? null}
            label={t('identity:identityCode.picture')}
            testId="identity-code-picture"
          />
          <div className="stack">
            <p>{t('identity:identityCode.how')}</p>
            <p>{t('identity:identityCode.proves')}</p>
            <p className="small quiet">{t('identity:identityCode.holds')}</p>
          </div>
        </div>
      )}
      <div role="alert">{code?.kind === 'failed' && <NoticeBox title={t(`errors:${code.code}.what`)} />}</div>
    </Dialog>
  );
}
