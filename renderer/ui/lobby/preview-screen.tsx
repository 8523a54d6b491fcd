import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { DeviceProblem } from '../devices/device-problem';
import { FirewallNotice } from './firewall-notice';
import { LevelMeter } from '../devices/level-meter';
import { Mirror } from '../devices/mirror';
import { HomeButton, Page } from '../components/page';
import { PrivateModeBadge } from '../connection/private-mode-badge';
import { PreviewForm } from './preview-form';
import { StatusLine } from '../connection/status-line';
import { useActions } from '../context';
import type { PreviewPhase } from '../phases';

/** Before the meeting: see and hear oneself, choose a name, then decide. */
export function Preview({ app, meeting }: { app: AppView; meeting: PreviewPhase }) {
  const { t } = useTranslation();
  const { leave } = useActions();
  const [isOpen, setIsOpen] = useState(false);
  const [shownName, setShownName] = useState(app.settings.name);
  const title = t(titleOf(meeting));
  return (
    <Page
      layout="preview"
      label={title}
      top={
        <>
          <HomeButton onClick={leave} />
          <span className="push row">
            <PrivateModeBadge privateMode={app.privateMode} />
            <StatusLine app={app} />
          </span>
        </>
      }
    >
      <section className="stack wide" aria-label={t('entering:preview.ownPicture')}>
        <Mirror name={shownName} size="large" />
        <DeviceProblem />
        <LevelMeter />
        {app.firewallAsks && <FirewallNotice />}
        <p className="small quiet">
          {t(
            meeting.role === 'guest'
              ? meeting.byHand
                ? 'by-hand:promise'
                : 'entering:preview.guestPromise'
              : isOpen
                ? 'entering:preview.openPromise'
                : 'entering:preview.hostPromise',
          )}
        </p>
      </section>
      <PreviewForm
        app={app}
        meeting={meeting}
        heading={title}
        isOpen={isOpen}
        onOpen={setIsOpen}
        onShownName={setShownName}
      />
    </Page>
  );
}

function titleOf({
  role,
  again,
}: PreviewPhase):
  'entering:preview.hostTitle' | 'entering:preview.againTitle' | 'entering:preview.guestTitle' {
  if (again) return 'entering:preview.againTitle';
  return role === 'host' ? 'entering:preview.hostTitle' : 'entering:preview.guestTitle';
}
