import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { SafeAndTodo } from './error-lines';
import { Icon } from './icon';
import { NoticeBox } from './notice-box';

interface NoticeHereProps {
  /** Errors that the dialog tells elsewhere. */
  except?: (code: ErrorCode) => boolean;
}

/** Short news inside a dialog: the usual place lies behind it. */
export function NoticeHere({ except }: NoticeHereProps) {
  const { t } = useTranslation();
  const notice = useSelected(({ notice }) => notice);
  const { dismissNotice } = useActions();
  const error = notice.kind === 'error' && except?.(notice.code) !== true ? notice.code : null;
  return (
    <div role="status" className="notice-here">
      {error !== null && (
        <NoticeBox title={t(`errors:${error}.what`)} testId="dialog-error" onDismiss={dismissNotice}>
          <SafeAndTodo code={error} />
        </NoticeBox>
      )}
      {notice.kind === 'done' && (
        <p className="notice plain" data-testid="dialog-done">
          <Icon of={Check} size="small" />
          {t(`common:notice.${notice.what}`)}
        </p>
      )}
    </div>
  );
}
