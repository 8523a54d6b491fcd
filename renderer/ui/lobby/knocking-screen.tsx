import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { Button } from '../components/button';
import { useDigits } from '../digits';
import { Icon } from '../components/icon';
import { HandText } from '../invites/by-hand-text';
import { KnockByHand, SendBack } from './knock-by-hand';
import { Mirror } from '../devices/mirror';
import { Brand, Page } from '../components/page';
import { PrivateModeBadge } from '../connection/private-mode-badge';
import { StatusLine } from '../connection/status-line';
import { useActions } from '../context';
import type { KnockingPhase } from '../phases';
import { isolated } from '../text';

const steps = ['looking', 'asked', 'connecting'] as const;

/** The waiting room: says which of three things is being waited for. */
export function Knocking({ app, meeting }: { app: AppView; meeting: KnockingPhase }) {
  const { t } = useTranslation();
  const { leave } = useActions();
  const { byHand, step } = meeting;
  // Once somebody answers, by whatever way, there is nothing to send back.
  const answer = byHand.state === 'ready' && step === 'looking' ? byHand : null;
  return (
    <Page
      layout="knocking"
      label={t('entering:knocking.title')}
      top={<Brand />}
      bottom={<Bottom app={app} />}
    >
      <section className="card waiting">
        {answer ? (
          <HandText id={null} text={answer.text} label={t('by-hand:ownAnswer')} />
        ) : (
          <Mirror name={meeting.name} size="small" />
        )}
        <div className="stack wide">
          <div className="stack tight">
            <h1>{t('entering:knocking.title')}</h1>
            {meeting.title.trim() !== '' && (
              <p className="quiet invite-line">
                {t('entering:preview.inviteSaysTitle', { title: isolated(meeting.title) })}
              </p>
            )}
          </div>
          {answer ? <SendBack /> : <Steps now={step} isByHand={byHand.state !== 'none'} />}
          <HostNote note={meeting.note} />
          <KnockByHand answer={byHand} />
          <p className="small quiet">{t('entering:knocking.privacy')}</p>
          <div>
            <Button kind="line" data-testid="knock-cancel" onClick={leave}>
              {t('entering:knocking.cancel')}
            </Button>
          </div>
        </div>
      </section>
    </Page>
  );
}

/** Free text from the host, shown as nothing but text. */
function HostNote({ note }: { note: string }) {
  const { t } = useTranslation();
  if (note === '') return null;
  return (
    <figure className="host-note" data-testid="host-note">
      <figcaption>{t('planning:hostSays')}</figcaption>
      <blockquote>
        <bdi>{note}</bdi>
      </blockquote>
    </figure>
  );
}

function Bottom({ app }: { app: AppView }) {
  return (
    <>
      <PrivateModeBadge privateMode={app.privateMode} />
      <StatusLine app={app} />
    </>
  );
}

function Steps({ now, isByHand }: { now: KnockingPhase['step']; isByHand: boolean }) {
  const { t } = useTranslation();
  const digits = useDigits();
  const at = steps.indexOf(now);
  return (
    <>
      <ol className="steps" aria-label={t('entering:knocking.steps')}>
        {steps.map((step, index) => (
          <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at}>
            <span className="step-mark" aria-hidden="true">
              {index < at ? <Icon of={Check} size="small" /> : digits(index + 1)}
            </span>
            {t(`entering:knocking.${step}`)}
            {index < at && <span className="unseen">{t('entering:knocking.done')}</span>}
          </li>
        ))}
      </ol>
      <p role="status" className="step-text" data-testid="knock-step" data-step={now}>
        {/* By hand, how far it is stands below. */}
        {!(isByHand && now === 'looking') && t(`entering:knocking.${now}Text`)}
      </p>
    </>
  );
}
