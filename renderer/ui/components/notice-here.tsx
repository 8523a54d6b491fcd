import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useSnapshot } from '../context';
import { SafeAndTodo } from './error-lines';
import { Icon } from './icon';
import { NoticeBox } from './notice-box';

/** Short news inside a dialog: the usual place lies behind it. */
export function NoticeHere() {
  const { t } = useTranslation();
  const { notice } = useSnapshot();
  const { dismissNotice } = useActions();
  return (
    <div role="status" className="notice-here">
      {notice.kind === 'error' && (
        <NoticeBox title={t(`errors.${notice.code}.what`)} testId="dialog-error" onDismiss={dismissNotice}>
          <SafeAndTodo code={notice.code} />
        </NoticeBox>
      )}
      {notice.kind === 'done' && (
        <p className="notice plain" data-testid="dialog-done">
          <Icon of={Check} size="small" />
          {t(`notice.${notice.what}`)}
        </p>
      )}
    </div>
  );
}
