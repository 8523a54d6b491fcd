import { CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordingView } from '../../state/contract';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { useActions, useSelected } from '../context';
import { useDigits } from '../digits';
import { useSizes } from '../files/file-words';
import type { InsidePhase } from '../phases';
import { isFirstClick } from '../settled';
import { nameInText } from '../text';
import { runningTime, useElapsed, useNow } from '../time';

/** Above everything else for as long as this person records, or is about to. */
export function RecordingBar({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { stopRecording } = useActions();
  const { mine } = meeting.recording;
  const isFinishing = useSelected(({ recording }) => recording.state === 'finishing');
  if (mine.state === 'off') return null;
  const isAnnounced = mine.state === 'announced';
  const out = isAnnounced ? [] : leftOut(meeting, mine.included);
  const names = (all: readonly string[]): string => all.map((name) => nameInText(t, name)).join(', ');
  return (
    <section className="sharing-bar" aria-label={t('recording:mine.bar')} data-testid="recording-bar">
      <Icon of={CircleDot} />
      <p className="grow cut">
        <b>
          {isFinishing ? (
            t('recording:mine.finishing')
          ) : isAnnounced ? (
            <Countdown at={mine.startsAt} />
          ) : (
            t('recording:mine.running')
          )}
        </b>
        {!isAnnounced && !isFinishing && <Progress since={mine.startedAt} />}
        {isAnnounced && mine.waitsFor.length > 0 && (
          <span> · {t('recording:mine.waits', { names: names(mine.waitsFor) })}</span>
        )}
        {out.length > 0 && (
          <span data-testid="recording-left-out">
            {' '}
            · {t('recording:mine.leftOut', { names: names(out) })}
          </span>
        )}
      </p>
      {!isFinishing && (
        <Button
          className="stop"
          data-testid="recording-stop"
          onClick={(event) => {
            if (isFirstClick(event)) stopRecording();
          }}
        >
          {t(isAnnounced ? 'recording:mine.cancel' : 'recording:mine.stop')}
        </Button>
      )}
    </section>
  );
}

function Countdown({ at }: { at: number }) {
  const { t } = useTranslation();
  const digits = useDigits();
  const left = Math.ceil((at - useNow(250)) / 1000);
  return left > 0 ? t('recording:mine.inSeconds', { number: digits(left) }) : t('recording:mine.about');
}

function Progress({ since }: { since: number }) {
  const { i18n } = useTranslation();
  const { size } = useSizes();
  const elapsed = useElapsed(since, 1000);
  const bytes = useSelected(({ recording }) => (recording.state === 'on' ? recording.size : 0));
  return (
    <span className="digits">
      {' '}
      · {runningTime(elapsed, i18n.language)} · {size(bytes)}
    </span>
  );
}

function leftOut({ peers }: InsidePhase, included: readonly string[]): string[] {
  return peers
    .filter(({ peerId, link }) => link === 'open' && !included.includes(peerId))
    .map(({ name }) => name);
}

/** For the menu: whether there is anything to stop. */
export function isRecording({ mine }: RecordingView): boolean {
  return mine.state !== 'off';
}
