import { CircleCheck, CircleMinus, Ellipsis, Trash2, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TurnServer } from '../../state/contract';
import type { TurnTest } from '../../state/turn-tests';
import { isolated } from '../text';
import { Button, IconButton } from '../components/button';
import { Icon } from '../components/icon';

const looks: Record<TurnTest['result'], { icon: LucideIcon; tone: 'ok' | 'warn' | 'plain' }> = {
  running: { icon: Ellipsis, tone: 'plain' },
  works: { icon: CircleCheck, tone: 'ok' },
  'no-answer': { icon: TriangleAlert, tone: 'warn' },
  refused: { icon: TriangleAlert, tone: 'warn' },
  'not-found': { icon: TriangleAlert, tone: 'warn' },
  'not-reached': { icon: TriangleAlert, tone: 'warn' },
  never: { icon: TriangleAlert, tone: 'warn' },
  'no-proxy': { icon: TriangleAlert, tone: 'warn' },
};

interface TurnRowProps {
  server: TurnServer;
  test: TurnTest | undefined;
  onTest: () => void;
  onSwitch: (enabled: boolean) => void;
  onRemove: () => void;
}

export function TurnRow({ server, test, onTest, onSwitch, onRemove }: TurnRowProps) {
  const { t } = useTranslation();
  const names = { server: isolated(server.url) };
  return (
    <li className="turn-row" data-testid="turn-row" data-test={test?.result ?? 'none'}>
      <span className="grow">
        <span className="cut relay-host ltr" title={server.url}>
          {server.url}
        </span>
        <TestResult server={server} test={test} />
      </span>
      <Button
        data-testid="turn-test"
        aria-label={t('turn:testOf', names)}
        disabled={test?.result === 'running'}
        onClick={onTest}
      >
        {t('turn:test')}
      </Button>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        aria-label={t('turn:on', names)}
        checked={server.enabled}
        onChange={(event) => {
          onSwitch(event.target.checked);
        }}
      />
      <IconButton icon={Trash2} label={t('turn:remove', names)} onClick={onRemove} />
    </li>
  );
}

function TestResult({ server, test }: Pick<TurnRowProps, 'server' | 'test'>) {
  const { t } = useTranslation();
  const words =
    test?.result === 'works'
      ? t('turn:result.works', { ms: test.milliseconds })
      : test && t(`turn:result.${test.result}`);
  return (
    <span className="sub" role="status">
      {test ? (
        <span className={`badge ${looks[test.result].tone}`} data-testid="turn-result">
          <Icon of={looks[test.result].icon} size="small" />
          {words}
        </span>
      ) : (
        <span className="badge">
          {!server.enabled && <Icon of={CircleMinus} size="small" />}
          {server.enabled ? server.username : t('settings:relay.off')}
        </span>
      )}
    </span>
  );
}
