import { CircleCheck, Ellipsis, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import { Icon } from '../components/icon';

/** Whether the proxy answered when it was last asked; null: it was not asked. */
export function ProxyStatus({ answers }: { answers: boolean | null }) {
  const { t } = useTranslation();
  const { checkProxy } = useActions();
  return (
    <div className="row">
      <span className="grow" role="status">
        <span
          className={`badge ${answers === null ? 'plain' : answers ? 'ok' : 'warn'}`}
          data-testid="proxy-status"
        >
          <Icon of={answers === null ? Ellipsis : answers ? CircleCheck : TriangleAlert} size="small" />
          {t(
            answers === null
              ? 'private-mode:unknown'
              : answers
                ? 'private-mode:answers'
                : 'private-mode:silent',
          )}
        </span>
      </span>
      <Button kind="line" data-testid="proxy-check" onClick={() => void checkProxy()}>
        {t('private-mode:check')}
      </Button>
    </div>
  );
}
