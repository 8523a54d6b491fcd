import { CircleCheck, Ellipsis, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { placesInText } from './use-paths-tried';

interface ProxyStatusProps {
  /** Whether it answered when it was last asked; null: it was not asked. */
  answers: boolean | null;
  /** Go-betweens to which it did not connect. */
  unreached: readonly string[];
}

export function ProxyStatus({ answers, unreached }: ProxyStatusProps) {
  const { t, i18n } = useTranslation();
  const { checkProxy } = useActions();
  const places = placesInText(unreached, i18n.language);
  const word =
    answers === null ? 'private-mode:unknown' : answers ? 'private-mode:answers' : 'private-mode:silent';
  return (
    <div className="stack tight">
      <div className="row">
        <span className="grow" role="status">
          <span
            className={`badge ${answers === null ? 'plain' : answers ? 'ok' : 'warn'}`}
            data-testid="proxy-status"
          >
            <Icon of={answers === null ? Ellipsis : answers ? CircleCheck : TriangleAlert} size="small" />
            {t(word)}
          </span>
        </span>
        <Button kind="line" data-testid="proxy-check" onClick={() => void checkProxy()}>
          {t('private-mode:check')}
        </Button>
      </div>
      <p role="status" className="field-problem" data-testid="proxy-unreached">
        {unreached.length > 0 &&
          t('common:sentences', {
            first: t('private-mode:unreached', { places }),
            second: t('private-mode:ports'),
          })}
      </p>
    </div>
  );
}
