import { EyeOff } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { PrivateModeView } from '../../state/contract';
import { useActions } from '../context';
import type { PrivateModeRefusal } from './private-mode-errors';
import { useOpenSettings } from '../settings-section';
import { isolated } from '../text';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Emblem } from '../components/emblem';
import { ThreeLines } from '../components/three-lines';

interface PrivateModeRefusedProps {
  code: PrivateModeRefusal;
  privateMode: PrivateModeView;
  onTryAgain: () => void;
}

/** A refused promise is among the few things that may interrupt: nothing was sent, and the person decides. */
export function PrivateModeRefused({ code, privateMode, onTryAgain }: PrivateModeRefusedProps) {
  const { t } = useTranslation();
  const { leave, dismissNotice, go } = useActions();
  const openSettings = useOpenSettings();
  // Go-betweens are entered on the connection page.
  const lacksTurn = code === 'private-mode-no-turn';
  const isSilent = code === 'private-mode-no-proxy' && privateMode.state === 'on';
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={t('private-mode:refused.title')}
      lead={t('private-mode:refused.lead')}
      emblem={<Emblem of={EyeOff} tone="warn" />}
      testId="private-mode-refused"
      onClose={dismissNotice}
      footer={
        <>
          <Button
            kind="bare"
            data-testid="private-mode-open"
            onClick={() => {
              dismissNotice();
              if (lacksTurn) go({ name: 'connection' });
              else openSettings('connection');
              leave();
            }}
          >
            {t(lacksTurn ? 'connection:status.show' : 'private-mode:open')}
          </Button>
          <Button kind="line" className="push" data-testid="private-mode-not-now" onClick={dismissNotice}>
            {t('private-mode:refused.notNow')}
          </Button>
          <Button
            kind="main"
            data-testid="private-mode-try-again"
            onClick={() => {
              dismissNotice();
              onTryAgain();
            }}
          >
            {t('common:tryAgain')}
          </Button>
        </>
      }
    >
      <ThreeLines
        what={
          isSilent
            ? t('private-mode:refused.noProxy', {
                proxy: isolated(privateMode.proxy.replace(/^\w+:\/\//, '')),
              })
            : t(`errors:${code}.what`)
        }
        safe={<Trans i18nKey="private-mode:refused.safe" components={{ b: <b /> }} />}
        todo={t(`errors:${code}.todo`)}
      />
    </Dialog>
  );
}
