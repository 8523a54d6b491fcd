import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { DhtNodes } from './dht-nodes';
import { SettingsPrivateMode } from './private-mode';
import { SettingsTurn } from './turn-servers';
import { Volunteers } from './volunteers';
import { TransportsCard } from './transports-card';
import { YourLinks } from './connection-paths';

/** What the page and the dialog of a meeting have in common. */
export function ConnectionParts({ app, meeting }: { app: AppView; meeting: InsidePhase | null }) {
  return (
    <div className="connection">
      <div className="connection-parts">
        <TransportsCard app={app} meeting={meeting} />
        <ConnectionSide app={app} meeting={meeting} />
      </div>
    </div>
  );
}

/** Beside the ways: by what paths links run, and what may be chosen about it. One card each, from top to bottom. */
function ConnectionSide({ app, meeting }: { app: AppView; meeting: InsidePhase | null }) {
  const { t } = useTranslation();
  const paths = useSelected(({ paths }) => paths);
  return (
    <div className="connection-side">
      {meeting !== null && (
        <section className="card stack" aria-label={t('connection:links.title')}>
          <h2>{t('connection:links.title')}</h2>
          <YourLinks peers={meeting.peers} paths={paths} />
        </section>
      )}
      {meeting === null && (
        <section className="card stack" aria-label={t('private-mode:title')}>
          <SettingsPrivateMode privateMode={app.privateMode} />
        </section>
      )}
      {meeting === null && <Volunteers volunteers={app.volunteers} />}
      <section className="card turn-card" aria-label={t('turn:title')}>
        <SettingsTurn settings={app.settings} volunteers={app.volunteers} />
      </section>
      <DhtNodes nodes={app.settings.dhtNodes} />
    </div>
  );
}
