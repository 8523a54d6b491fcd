import { CircleCheck, CircleMinus, Ellipsis, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VolunteerPart } from '../../state/contract';
import type { ShownPartTest, VolunteerTest } from '../../state/volunteer-test-view';
import { Icon } from '../components/icon';

/** Above it a call is held up. */
const SLOW_MS = 250;

type Shown = ShownPartTest['result'] | 'slow';

const looks: Record<Shown, { icon: LucideIcon; tone: 'ok' | 'warn' | 'danger' | 'plain' }> = {
  running: { icon: Ellipsis, tone: 'plain' },
  works: { icon: CircleCheck, tone: 'ok' },
  slow: { icon: TriangleAlert, tone: 'warn' },
  'no-answer': { icon: TriangleAlert, tone: 'warn' },
  refused: { icon: TriangleAlert, tone: 'warn' },
  'other-certificate': { icon: TriangleAlert, tone: 'danger' },
  'not-used': { icon: CircleMinus, tone: 'plain' },
  'not-private': { icon: CircleMinus, tone: 'plain' },
};

/** Each part of a volunteer's server: what it is for, whether it works, and how fast. */
export function VolunteerParts({ parts, test }: { parts: readonly VolunteerPart[]; test: VolunteerTest }) {
  const { t } = useTranslation();
  return (
    <ul className="volunteer-parts" aria-live="polite">
      {parts.map((part) => (
        <li key={part} data-testid={`volunteer-${part}`} data-test={test[part]?.result ?? 'none'}>
          <span className="grow">
            <b>{t(`volunteer:part.${part}`)}</b>
            <span className="sub">{t(`volunteer:about.${part}`)}</span>
          </span>
          <PartTest test={test[part]} />
        </li>
      ))}
    </ul>
  );
}

function PartTest({ test }: { test: ShownPartTest | undefined }) {
  const { t } = useTranslation();
  if (test === undefined) return <span className="badge">{t('volunteer:state.untested')}</span>;
  const ms = test.result === 'works' ? test.milliseconds : null;
  const shown: Shown = ms !== null && ms > SLOW_MS ? 'slow' : test.result;
  const { icon, tone } = looks[shown];
  return (
    <>
      <span className={`badge ${tone}`}>
        <Icon of={icon} size="small" />
        {t(`volunteer:result.${shown}`)}
      </span>
      <span className="sub digits">{ms !== null && t('volunteer:milliseconds', { ms })}</span>
    </>
  );
}
