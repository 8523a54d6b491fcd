import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SoundTestEvent } from '../../state/view-model';
import { useSoundTester } from '../context';
import { Button } from '../components/button';

/** Five seconds of the own voice, recorded and played. Closed, it ends, and nothing of it is left. */
export function SoundTest() {
  const { t } = useTranslation();
  const test = useSoundTester();
  const stop = useRef<(() => void) | null>(null);
  const [event, setEvent] = useState<SoundTestEvent | { type: 'starting' } | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const isRunning = event !== null && event.type !== 'ended' && event.type !== 'failed';
  return (
    <div className="sound-test">
      <Button
        data-testid="sound-test"
        onClick={() => {
          stop.current?.();
          stop.current = null;
          setEvent(isRunning ? null : { type: 'starting' });
          if (!isRunning) stop.current = test(setEvent);
        }}
      >
        {t(isRunning ? 'sound:test.stop' : 'sound:test.start')}
      </Button>
      <span className="sub" role="status" data-testid="sound-test-says" data-state={event?.type ?? 'idle'}>
        <Says event={event} />
      </span>
      {isRunning && (
        <span className="sub" data-testid="sound-test-quiet">
          {t('sound:test.quiet')}
        </span>
      )}
    </div>
  );
}

function Says({ event }: { event: SoundTestEvent | { type: 'starting' } | null }) {
  const { t } = useTranslation();
  switch (event?.type) {
    case undefined:
      return t('sound:test.text');
    case 'starting':
      return t('sound:test.starting');
    case 'recording':
      return t('sound:test.recording', { count: event.secondsLeft });
    case 'playing':
      return t(event.isAsChosen ? 'sound:test.playing' : 'sound:test.playingStandard');
    case 'ended':
      return t('sound:test.ended');
    case 'failed':
      return t(`entering:device.problem.microphone.${event.reason}`);
  }
}
