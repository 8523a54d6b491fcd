import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { NoticeHere } from '../components/notice-here';

/** The report as it will stand in the file: nobody saves what they could not read. */
export function ReportDialog() {
  const { t } = useTranslation();
  const report = useSelected(({ report }) => report);
  const { closeReport, saveReport } = useActions();
  if (report === null) return null;
  return (
    <Dialog
      title={t('connection:report.title')}
      lead={t('connection:report.lead')}
      testId="report-dialog"
      closeTestId="report-close"
      onClose={closeReport}
      footer={
        <>
          <Button onClick={closeReport}>{t('connection:report.cancel')}</Button>
          <Button kind="main" icon={Download} className="push" data-testid="report-save" onClick={saveReport}>
            {t('connection:report.save')}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <p>{t('connection:report.text')}</p>
      <pre className="report" lang="en" tabIndex={0} role="group" aria-label={t('connection:report.label')}>
        {report}
      </pre>
    </Dialog>
  );
}
