/** Inviting somebody by two texts that go by any way there is, while no server helps. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandInvitationView } from '../../state/contract';
import type { ByHandDialogState } from '../../state/snapshot';
import { HandFailed } from './hand-failed';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { useClock } from '../time';
import { Button } from '../components/button';
import { CodeSource } from '../qr/qr-source';
import { Dialog } from '../components/dialog';
import { SafeAndTodo } from '../components/error-lines';
import { Field } from '../components/field';
import { HandText } from './by-hand-text';
import { NoticeBox } from '../components/notice-box';
import { NoticeHere } from '../components/notice-here';

export function ByHandDialog({ dialog, meeting }: { dialog: ByHandDialogState; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { anotherByHand, closeByHand, endHandInvitation } = useActions();
  const invitation = meeting.byHand.invitations.find(({ id }) => id === dialog.id);
  const isWaiting = invitation?.state === 'waiting';
  return (
    <Dialog
      width="wide"
      title={t('by-hand:invite')}
      lead={t('by-hand:lead')}
      testId="by-hand-dialog"
      closeTestId="by-hand-close"
      onClose={closeByHand}
      footer={
        <>
          {isWaiting && (
            <Button
              kind="line"
              data-testid="by-hand-end"
              onClick={() => {
                endHandInvitation(invitation.id);
              }}
            >
              {t('by-hand:takeBack')}
            </Button>
          )}
          <Button kind="line" className="push" data-testid="by-hand-another" onClick={anotherByHand}>
            {t('by-hand:another')}
          </Button>
        </>
      }
    >
      {invitation && <Stage key={invitation.id} invitation={invitation} problem={dialog.problem} />}
      <NoticeHere />
    </Dialog>
  );
}

interface StageProps {
  invitation: HandInvitationView;
  problem: ByHandDialogState['problem'];
}

function Stage({ invitation, problem }: StageProps) {
  const { t } = useTranslation();
  switch (invitation.state) {
    case 'waiting':
      return <BothSteps invitation={invitation} problem={problem} />;
    case 'failed':
      return <HandFailed why={invitation.why} advice="todo" testId="by-hand-failed" />;
    default:
      return (
        <p role="status" data-testid="by-hand-state" data-state={invitation.state}>
          {t(`by-hand:${invitation.state}`)}
        </p>
      );
  }
}

interface BothStepsProps {
  invitation: Extract<HandInvitationView, { state: 'waiting' }>;
  problem: ByHandDialogState['problem'];
}

function BothSteps({ invitation, problem }: BothStepsProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const id = useId();
  return (
    <div className="by-hand">
      <section className="stack" aria-labelledby={`${id}-give`}>
        <h2 id={`${id}-give`}>{t('by-hand:give')}</h2>
        <HandText id={invitation.id} text={invitation.text} label={t('by-hand:ownInvitation')} />
        <p className="small quiet">{t('by-hand:secret')}</p>
      </section>
      <section className="stack" aria-labelledby={`${id}-take`}>
        <h2 id={`${id}-take`}>{t('by-hand:take')}</h2>
        <TakeAnswer problem={problem} />
        <p className="small quiet" data-testid="by-hand-state" data-state="waiting">
          {t('by-hand:until', { when: clock.time(invitation.until) })}
        </p>
      </section>
    </div>
  );
}

function TakeAnswer({ problem }: { problem: ByHandDialogState['problem'] }) {
  const { t } = useTranslation();
  const { giveHandAnswer, giveHandAnswerImage, clearHandProblem } = useActions();
  const [text, setText] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        giveHandAnswer(text);
      }}
    >
      <Field
        label={t('by-hand:paste')}
        placeholder="vigil://answer/"
        dir="ltr"
        value={text}
        required
        spellCheck={false}
        data-testid="by-hand-answer"
        aria-invalid={problem !== null}
        after={
          <Button kind="line" type="submit" data-testid="by-hand-connect">
            {t('by-hand:connect')}
          </Button>
        }
        onChange={(event) => {
          setText(event.target.value);
          if (problem !== null) clearHandProblem();
        }}
      />
      <div role="alert">
        {problem !== null && (
          <NoticeBox title={t(`errors:${problem}.what`)} testId="by-hand-problem">
            <SafeAndTodo code={problem} />
          </NoticeBox>
        )}
      </div>
      <CodeSource onText={giveHandAnswer} onImage={giveHandAnswerImage} testId="by-hand" />
    </form>
  );
}
