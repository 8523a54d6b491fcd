/** What the window may ask of recordings: main alone knows where they lie. */
import { systemClocks } from '../../clocks';
import { chooseFile, choosePlace } from '../../files/choose-place';
import type { MeetingRunner } from '../../meeting/runner';
import { openSealed, type OpenSealedOptions } from '../../recording/open-sealed';
import type { Recorder } from '../../recording/recorder';
import { openedBeside } from '../../recording/opened-beside';
import type { Stretch } from '../../vault/stretch';
import type { Handlers } from '../server';

type RecordingRequest = Extract<keyof Handlers, `recording:${string}`>;

const SEALED = 'vigil-recording';

export interface RecordingHandlersOptions {
  runner: Pick<MeetingRunner, 'recordings'>;
  recorder: Recorder;
  stretch: Stretch;
}

export function recordingHandlers(options: RecordingHandlersOptions): Pick<Handlers, RecordingRequest> {
  const { runner, recorder, stretch } = options;
  return {
    'recording:begin': async ({ passphrase }) => ({ begun: await recorder.begin(passphrase) }),
    'recording:write': (write) => recorder.write(write).then(() => undefined),
    'recording:finish': async () => ({ size: await recorder.finish() }),
    'recording:cancel': () => recorder.close().then(() => undefined),
    'recording:answer': ({ peerId, number }) => {
      runner.recordings.answer(peerId, number);
    },
    'recording:open': async ({ passphrase }) => {
      const sealed = await chooseFile({ filters: [{ name: 'Vigil', extensions: [SEALED] }] });
      if (sealed === null) return { end: 'none' };
      const target: OpenSealedOptions['target'] = async (source) => {
        const place = await chooseRecordingPlace(false);
        return place === null ? null : openedBeside({ place, sealed: source, steady: systemClocks.steady });
      };
      return { end: await openSealed({ sealed, passphrase, stretch, target }) };
    },
  };
}

/** Null: the person chose none. */
export function chooseRecordingPlace(isSealed: boolean): Promise<string | null> {
  return choosePlace({
    defaultPath: `Vigil ${minuteOf(new Date(systemClocks.wall()))}.${isSealed ? SEALED : 'webm'}`,
  });
}

/** As every system takes it in a name: 2026-11-30 18.05. */
function minuteOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}`;
}
