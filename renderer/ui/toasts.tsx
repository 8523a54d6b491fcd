import { Check, CircleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isToldInLists } from './connection/connection-errors';
import { useActions, useSelected } from './context';
import { isPrivateModeRefusal } from './connection/private-mode-errors';
import { IconButton } from './components/button';
import { SafeAndTodo } from './components/error-lines';
import { Icon } from './components/icon';

const DONE_STAYS_MS = 4000;

/** The one place for short news. The live region is always there, so that what enters it is read aloud. */
export function Toasts() {
  const { notice, screen, phase } = useSelected(({ notice, screen, meeting }) => ({
    notice,
    screen: screen.name,
    phase: meeting.phase,
  }));
  const { dismissNotice } = useActions();
  const { t } = useTranslation();

  useEffect(() => {
    if (notice.kind !== 'done' && notice.kind !== 'contacts-added') return;
    const timer = setTimeout(dismissNotice, DONE_STAYS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [notice, dismissNotice]);

  // In a meeting these lists are shown in a dialog, which hides what lies behind it.
  const listsAreThere = phase === 'inside' || screen === 'connection';
  const shownInPlace =
    notice.kind === 'error' &&
    ((listsAreThere && isToldInLists(notice.code)) ||
      (phase === 'preview' && isPrivateModeRefusal(notice.code)));
  return (
    <div className="toasts" role="status" aria-live="polite">
      {notice.kind === 'done' && (
        <div className="toast night" data-testid="notice">
          <Icon of={Check} className="ok" />
          <span>{t(`common:notice.${notice.what}`)}</span>
        </div>
      )}
      {notice.kind === 'contacts-added' && (
        <div className="toast night" data-testid="notice">
          <Icon of={Check} className="ok" />
          <span>{t('common:notice.contacts-added', { count: notice.count })}</span>
        </div>
      )}
      {notice.kind === 'error' && !shownInPlace && (
        <div className="toast night" data-testid="notice">
          <Icon of={CircleAlert} className="warn" />
          <div className="grow">
            <strong>{t(`errors:${notice.code}.what`)}</strong>
            <SafeAndTodo code={notice.code} />
          </div>
          <IconButton label={t('common:dismiss')} icon={X} onClick={dismissNotice} />
        </div>
      )}
    </div>
  );
}
