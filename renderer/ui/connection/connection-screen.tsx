import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { Button } from '../components/button';
import { ReportButton, useConnectionWords } from './connection-head';
import { ConnectionParts } from './connection-parts';
import { HomeButton, Page } from '../components/page';
import { ReportDialog } from './report-dialog';
import { useActions } from '../context';
import { useOpenSettings } from '../settings-section';

/** How others find this computer, and what to do where they cannot. */
export function ConnectionScreen({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { go } = useActions();
  const openSettings = useOpenSettings();
  const { head, lead, kind } = useConnectionWords(app);
  return (
    <Page
      layout="connection-page"
      label={t('connection:title')}
      top={
        <>
          <HomeButton
            onClick={() => {
              go({ name: 'home' });
            }}
          />
          <Button
            kind="bare"
            icon={SlidersHorizontal}
            className="push"
            onClick={() => {
              openSettings('you');
            }}
          >
            {t('common:settings')}
          </Button>
        </>
      }
    >
      <div className="connection-head">
        <div className="grow">
          <h1 data-testid="connection-head" data-state={kind}>
            {head}
          </h1>
          <p className="quiet">{lead}</p>
        </div>
        <ReportButton />
      </div>
      <ConnectionParts app={app} meeting={null} />
      <ReportDialog />
    </Page>
  );
}
