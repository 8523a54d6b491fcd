import { QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { IdentityCodeDialog } from './identity-code-dialog';
import { ResetIdentityDialog } from './reset-identity-dialog';
import { SecretDialog } from './secret-dialog';
import { Setting } from './settings-part';

/** The own key: what it is, and how to carry it elsewhere or get rid of it. */
export function SettingsIdentity({ fingerprint }: { fingerprint: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'none' | 'code' | 'export' | 'import' | 'reset'>('none');
  const close = (): void => {
    setOpen('none');
  };
  return (
    <>
      <Setting title={t('settings:identity')} text={t('settings:identityText')}>
        <div className="stack tight">
          <code className="fingerprint ltr" data-testid="fingerprint">
            {fingerprint}
          </code>
          <Button
            icon={QrCode}
            className="start"
            data-testid="identity-code"
            onClick={() => {
              setOpen('code');
            }}
          >
            {t('settings:identityCode')}
          </Button>
        </div>
      </Setting>
      <Setting title={t('settings:carry')} text={t('settings:carryText')}>
        <div className="row">
          <Button
            data-testid="identity-export"
            onClick={() => {
              setOpen('export');
            }}
          >
            {t('settings:export')}
          </Button>
          <Button
            data-testid="identity-import"
            onClick={() => {
              setOpen('import');
            }}
          >
            {t('settings:import')}
          </Button>
        </div>
      </Setting>
      <Setting title={t('settings:reset')} text={t('settings:resetText')}>
        <Button
          kind="line"
          data-testid="identity-reset"
          onClick={() => {
            setOpen('reset');
          }}
        >
          {t('settings:resetButton')}
        </Button>
      </Setting>
      {(open === 'export' || open === 'import') && <SecretDialog task={open} onClose={close} />}
      {open === 'code' && <IdentityCodeDialog onClose={close} />}
      {open === 'reset' && <ResetIdentityDialog onClose={close} />}
    </>
  );
}
