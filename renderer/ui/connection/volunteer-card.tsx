import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VolunteerView } from '../../state/contract';
import type { VolunteerTest } from '../../state/volunteer-test-view';
import { Button, IconButton } from '../components/button';
import { SafeAndTodo } from '../components/error-lines';
import { SwitchRow } from '../components/switch-row';
import { useActions, useSelected } from '../context';
import { isolated } from '../text';
import { VolunteerParts } from './volunteer-parts';

type State = 'running' | 'works' | 'partly' | 'no-answer' | 'not-used' | 'untested';

function stateOf({ refused, parts }: VolunteerView, test: VolunteerTest): State {
  const results = parts.flatMap((part) => test[part]?.result ?? []);
  if (results.includes('running')) return 'running';
  if (refused) return 'not-used';
  if (results.length === 0) return 'untested';
  const working = results.filter((result) => result === 'works').length;
  if (working === 0) return 'no-answer';
  return working === results.length ? 'works' : 'partly';
}

const tones: Record<State, string> = {
  running: 'plain',
  works: 'ok',
  partly: 'warn',
  'no-answer': 'warn',
  'not-used': 'danger',
  untested: 'plain',
};

const nothing: VolunteerTest = {};

/** One server of a volunteer: whether it works, and what it may be used for. */
export function VolunteerCard({ volunteer }: { volunteer: VolunteerView }) {
  const { t } = useTranslation();
  const { id, host, parts, use, lend, refused } = volunteer;
  const test = useSelected(({ volunteerTests }) => volunteerTests.get(id)) ?? nothing;
  const { testVolunteer, changeVolunteer, removeVolunteer } = useActions();
  const state = stateOf(volunteer, test);
  const names = { host: isolated(host) };
  return (
    <section
      className="stack tight volunteer"
      aria-label={t('volunteer:named', names)}
      data-testid="volunteer"
    >
      <div className="row wrap">
        <h3 className="grow cut" title={host}>
          <bdi>{host}</bdi>
        </h3>
        <span className={`badge ${tones[state]}`} data-testid="volunteer-state" data-state={state}>
          {t(`volunteer:state.${state}`)}
        </span>
        <Button
          data-testid="volunteer-test"
          disabled={state === 'running'}
          onClick={() => {
            testVolunteer(id);
          }}
        >
          {state === 'untested' ? t('volunteer:test') : t('volunteer:again')}
        </Button>
        <IconButton
          icon={Trash2}
          label={t('volunteer:remove', names)}
          data-testid="volunteer-remove"
          onClick={() => {
            removeVolunteer(id);
          }}
        />
      </div>
      <VolunteerParts parts={parts} test={test} />
      {refused && state !== 'running' && (
        <div role="alert" className="stack tight small" data-testid="volunteer-refused">
          <p>{t('errors:volunteer-other-certificate.what')}</p>
          <SafeAndTodo code="volunteer-other-certificate" />
        </div>
      )}
      {!refused && (
        <>
          <SwitchRow
            title={t('volunteer:use')}
            text={t('volunteer:useText')}
            on={use}
            testId="volunteer-use"
            onSwitch={(on) => {
              changeVolunteer(id, { use: on, lend: lend && on });
            }}
          />
          <SwitchRow
            title={t('volunteer:lend')}
            text={t('volunteer:lendText')}
            on={lend}
            testId="volunteer-lend"
            onSwitch={(on) => {
              changeVolunteer(id, { use: use || on, lend: on });
            }}
          />
        </>
      )}
    </section>
  );
}
