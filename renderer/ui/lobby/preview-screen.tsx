import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { FirewallNotice } from './firewall-notice';
import { HomeButton, Page } from '../components/page';
import { PrivateModeBadge } from '../connection/private-mode-badge';
import { PreviewDevices } from './preview-devices';
import { PreviewForm } from './preview-form';
import { PreviewTrouble } from './preview-trouble';
import { devicesOn } from '../devices/devices-on';
import type { PressedShortcut } from '../shortcuts/pressed-shortcut';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { useActions, useSelected } from '../context';
import type { PreviewPhase } from '../phases';

const deviceKeys: ReadonlySet<PressedShortcut> = new Set(['mute', 'camera']);

/** Before the meeting: see and hear oneself, choose a name, then decide. Nothing has to be scrolled for. */
export function Preview({ app, meeting }: { app: AppView; meeting: PreviewPhase }) {
  const { t } = useTranslation();
  const { leave, setCamera, setMicrophone } = useActions();
  const { microphone, camera } = useSelected(devicesOn);
  const [shownName, setShownName] = useState(app.settings.name);
  const title = t(titleOf(meeting));
  useShortcuts((name) => {
    if (name === 'mute') setMicrophone(!microphone);
    else setCamera(!camera);
  }, deviceKeys);
  return (
    <Page
      layout="preview"
      label={title}
      top={
        <>
          <HomeButton onClick={leave} />
          <span className="push row">
            <PrivateModeBadge privateMode={app.privateMode} />
            <PreviewTrouble app={app} />
          </span>
        </>
      }
    >
      <section className="preview-self" aria-label={t('entering:preview.ownPicture')}>
        <PreviewDevices name={shownName} settings={app.settings} />
        {app.firewallAsks && <FirewallNotice />}
      </section>
      <PreviewForm app={app} meeting={meeting} heading={title} onShownName={setShownName} />
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
