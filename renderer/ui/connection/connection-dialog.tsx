import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { isToldInLists } from './connection-errors';
import type { InsidePhase } from '../phases';
import { ReportButton, useConnectionWords } from './connection-head';
import { ConnectionParts } from './connection-parts';
import { Dialog } from '../components/dialog';
import { NoticeHere } from '../components/notice-here';
import { ReportDialog } from './report-dialog';

interface ConnectionDialogProps {
  app: AppView;
  /** Null before a meeting. */
  meeting: InsidePhase | null;
  onClose: () => void;
}

/** The connection page, before and during a meeting and without leaving it. */
export function ConnectionDialog({ app, meeting, onClose }: ConnectionDialogProps) {
  const { t } = useTranslation();
  const { head, lead, kind } = useConnectionWords(app);
  return (
    <>
      <Dialog
        width="wide"
        title={
          <span data-testid="connection-head" data-state={kind}>
            {head}
          </span>
        }
        lead={lead}
        testId="connection-dialog"
        closeTestId="connection-close"
        onClose={onClose}
        footer={<ReportButton />}
      >
        <NoticeHere except={isToldInLists} />
        {meeting !== null && <p className="small quiet">{t('connection:nextMeeting')}</p>}
        <ConnectionParts app={app} meeting={meeting} />
      </Dialog>
      <ReportDialog />
    </>
  );
}
