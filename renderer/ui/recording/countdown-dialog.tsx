import { Info } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecorderView } from '../../state/contract';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Icon } from '../components/icon';
import { useActions, useSelected } from '../context';
import { useDigits } from '../digits';
import { isFirstClick, useSettled } from '../settled';
import { nameInText } from '../text';
import { useElapsed } from '../time';
import { systemClocks } from '../../clocks';

/** As the recorder waits. */
export const COUNTDOWN_SECONDS = 10;

/**
 * Somebody records, or is about to: no answer is the main one. Without one microphone and camera go off, the question
 * stays, and the recorder is told nothing, so nothing of this person is in it.
 */
export function CountdownDialog({ recorder }: { recorder: RecorderView }) {
  const { t } = useTranslation();
  const digits = useDigits();
  const { leave, answerRecording, goDark } = useActions();
  const shares = useSelected(({ share }) => share.state !== 'off');
  const { peerId, number } = recorder;
  const isSettled = useSettled(`${peerId} ${String(number)}`);
  const [begun] = useState(systemClocks.wall);
  const elapsed = useElapsed(begun, 250);
  const left = Math.max(0, COUNTDOWN_SECONDS - Math.floor(elapsed / 1000));
  const noAnswer = useEffectEvent(() => {
    goDark();
  });
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) noAnswer();
  }, [isOver]);
  const answer = (act: () => void) => (event: MouseEvent) => {
    if (isSettled && isFirstClick(event)) act();
  };
  const name = nameInText(t, recorder.name);
  const title = t(recorder.state === 'running' ? 'recording:ask.titleRunning' : 'recording:ask.title', {
    name,
  });
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={title}
      lead={t('recording:ask.lead', { name })}
      emblem={
        <span
          className="count-down"
          role="timer"
          aria-label={t('recording:ask.left', { number: digits(left) })}
        >
          {digits(left)}
        </span>
      }
      testId="recording-ask"
      onClose={() => undefined}
      footer={
        <div className="recording-answers">
          <Button
            kind="line"
            aria-disabled={!isSettled}
            data-testid="recording-leave"
            onClick={answer(leave)}
          >
            {t('recording:ask.leave')}
          </Button>
          <Button
            kind="line"
            aria-disabled={!isSettled}
            data-testid="recording-dark"
            onClick={answer(() => {
              answerRecording(peerId, number, 'dark');
            })}
          >
            {t('recording:ask.dark')}
          </Button>
          <Button
            kind="line"
            aria-disabled={!isSettled}
            data-testid="recording-stay"
            onClick={answer(() => {
              answerRecording(peerId, number, 'stay');
            })}
          >
            {t('recording:ask.stay')}
          </Button>
        </div>
      }
    >
      {shares && <p>{t('recording:ask.sharing')}</p>}
      <p className="recording-honest small">
        <Icon of={Info} />
        <span>{t('recording:honest')}</span>
      </p>
    </Dialog>
  );
}
