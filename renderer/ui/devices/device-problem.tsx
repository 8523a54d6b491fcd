import { MicOff, RefreshCw, VideoOff, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, Snapshot } from '../../state/snapshot';
import { useActions, useSelected } from '../context';
import { Button, IconButton } from '../components/button';
import { Icon } from '../components/icon';

type CameraReason = Extract<DeviceState, { state: 'failed' }>['reason'];
type Reason = Exclude<CameraReason, 'no-background' | 'background-slow'>;

const reasonOf = (device: DeviceState): CameraReason | null =>
  device.state === 'failed' ? device.reason : null;

const isOfBackground = (reason: CameraReason): reason is Exclude<CameraReason, Reason> =>
  reason === 'no-background' || reason === 'background-slow';

const reasonsOf = ({ media }: Snapshot) => ({
  cameraReason: reasonOf(media.camera),
  microphoneReason: reasonOf(media.microphone),
  isSilenced: media.microphone.state === 'silenced',
});

/** A camera or a microphone that does not start never stands in the way: it is told beside the picture. */
export function DeviceProblem({ onDismiss }: { onDismiss?: () => void }) {
  const { cameraReason, microphoneReason, isSilenced } = useSelected(reasonsOf);
  const { retryDevices } = useActions();
  const { t } = useTranslation();
  const hasFailed = cameraReason !== null || microphoneReason !== null;
  if (!hasFailed && !isSilenced) return null;
  return (
    <div className="notice warn problem" role="status" data-testid="device-problem">
      <div className="grow stack">
        {cameraReason !== null && (
          <div className="problem-line">
            <Icon of={VideoOff} />
            <div>
              <strong>
                {isOfBackground(cameraReason)
                  ? t(`background:problem.${cameraReason}`)
                  : t(`entering:device.problem.camera.${cameraReason}`)}
              </strong>
              <p>
                {isOfBackground(cameraReason)
                  ? t(`background:problemTodo.${cameraReason}`)
                  : t(`entering:device.problem.cameraTodo.${cameraReason}`)}
              </p>
            </div>
          </div>
        )}
        {microphoneReason !== null && !isOfBackground(microphoneReason) && (
          <div className="problem-line">
            <Icon of={MicOff} />
            <div>
              <strong>{t(`entering:device.problem.microphone.${microphoneReason}`)}</strong>
              <p>{t(`entering:device.problem.microphoneTodo.${microphoneReason}`)}</p>
            </div>
          </div>
        )}
        {isSilenced && (
          <div className="problem-line" data-testid="microphone-silenced">
            <Icon of={MicOff} />
            <div>
              <strong>{t('entering:device.problem.silenced')}</strong>
              <p>{t('entering:device.problem.silencedTodo')}</p>
            </div>
          </div>
        )}
        {hasFailed && (
          <div className="problem-line">
            <Button kind="line" icon={RefreshCw} onClick={retryDevices}>
              {t('common:tryAgain')}
            </Button>
          </div>
        )}
      </div>
      {onDismiss && <IconButton label={t('common:dismiss')} icon={X} onClick={onDismiss} />}
    </div>
  );
}

const NO_PROBLEM = ' ';

/** During a call it can be put aside, because it lies on the picture; another problem is told again. */
export function PassingDeviceProblem() {
  const { cameraReason, microphoneReason, isSilenced } = useSelected(reasonsOf);
  const problem = `${cameraReason ?? ''} ${isSilenced ? 'silenced' : (microphoneReason ?? '')}`;
  const [readProblem, setReadProblem] = useState(NO_PROBLEM);
  // Solved: should it come back, it is news.
  if (problem === NO_PROBLEM && readProblem !== NO_PROBLEM) setReadProblem(NO_PROBLEM);
  if (problem === readProblem) return null;
  return (
    <DeviceProblem
      onDismiss={() => {
        setReadProblem(problem);
      }}
    />
  );
}
