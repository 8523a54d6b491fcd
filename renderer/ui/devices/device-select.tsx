import { Mic, Video, Volume2, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import type { DeviceChoice, LocalMedia } from '../../state/snapshot';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { BackgroundChoices } from './background-choices';
import { SoundChoices } from './sound-choices';

type Kind = 'camera' | 'microphone' | 'speaker';

const icons: Record<Kind, LucideIcon> = { camera: Video, microphone: Mic, speaker: Volume2 };

function choicesOf(kind: Kind, choices: LocalMedia['choices']): DeviceChoice[] {
  return { camera: choices.cameras, microphone: choices.microphones, speaker: choices.speakers }[kind];
}

/** The three devices with their choices, wherever they can be chosen: preview, meeting, settings. */
export function DeviceSelects({ settings }: { settings: Settings }) {
  const choices = useSelected(({ media }) => media.choices);
  const { saveSettings, playTestSound } = useActions();
  const { t } = useTranslation();
  return (
    <div className="stack devices">
      <DeviceSelect
        kind="camera"
        chosen={settings.cameraId}
        choices={choicesOf('camera', choices)}
        onChoose={(cameraId) => {
          saveSettings({ cameraId });
        }}
      />
      <BackgroundChoices settings={settings} />
      <DeviceSelect
        kind="microphone"
        chosen={settings.microphoneId}
        choices={choicesOf('microphone', choices)}
        onChoose={(microphoneId) => {
          saveSettings({ microphoneId });
        }}
      />
      <DeviceSelect
        kind="speaker"
        chosen={settings.speakerId}
        choices={choicesOf('speaker', choices)}
        onChoose={(speakerId) => {
          saveSettings({ speakerId });
        }}
        after={<Button onClick={playTestSound}>{t('entering:device.playSound')}</Button>}
      />
      <SoundChoices settings={settings} />
    </div>
  );
}

interface DeviceSelectProps {
  kind: Kind;
  chosen: string | null;
  choices: DeviceChoice[];
  onChoose: (id: string | null) => void;
  after?: ReactNode;
}

function DeviceSelect({ kind, chosen, choices, onChoose, after }: DeviceSelectProps) {
  const { t } = useTranslation();
  const id = useId();
  const label = t(`entering:device.${kind}`);
  const isMissing = chosen !== null && !choices.some((choice) => choice.id === chosen);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <span className="select">
          <Icon of={icons[kind]} />
          <select
            id={id}
            value={chosen ?? ''}
            onChange={(event) => {
              onChoose(event.target.value === '' ? null : event.target.value);
            }}
          >
            <option value="">{t('entering:device.systemDefault')}</option>
            {isMissing && <option value={chosen}>{t('entering:device.missing')}</option>}
            {choices.map((choice, index) => (
              <option key={choice.id} value={choice.id}>
                {choice.label === ''
                  ? t('entering:device.nth', { kind: label, number: index + 1 })
                  : choice.label}
              </option>
            ))}
          </select>
        </span>
        {after}
      </div>
    </div>
  );
}
