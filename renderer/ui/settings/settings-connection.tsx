import { Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { SettingsPrivateMode } from '../connection/private-mode';
import { SettingsInvitePage } from './settings-invite-page';
import { SettingsPart } from './settings-part';
import { StatusLine } from '../connection/status-line';

/** The connection has a page of its own; here stands how it does. */
export function SettingsConnection({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { go } = useActions();
  return (
    <SettingsPart section="connection">
      <SettingsPrivateMode privateMode={app.privateMode} />
      <SettingsInvitePage key={app.settings.invitePage} saved={app.settings.invitePage} />
      <div className="set">
        <div className="grow stack tight">
          <StatusLine app={app} />
          <p>{t('connection:openText')}</p>
        </div>
        <Button
          icon={Waypoints}
          data-testid="connection-open"
          onClick={() => {
            go({ name: 'connection' });
          }}
        >
          {t('connection:open')}
        </Button>
      </div>
    </SettingsPart>
  );
}
