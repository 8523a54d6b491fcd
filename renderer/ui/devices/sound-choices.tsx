import { AudioLines, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import { noiseSuppressions } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { Icon } from '../components/icon';
import { SwitchRow } from '../components/switch-row';
import { SoundTest } from './sound-test';

/** What is done to the own voice, and how it sounds then. */
export function SoundChoices({ settings }: { settings: Settings }) {
  const noiseFails = useSelected(({ media }) => media.noiseFails);
  const { saveSettings } = useActions();
  const { t } = useTranslation();
  const id = useId();
  const { noiseSuppression } = settings;
  return (
    <div className="stack sound-choices">
      <div className="field">
        <label htmlFor={id}>{t('sound:noise.label')}</label>
        <span className="select">
          <Icon of={AudioLines} />
          <select
            id={id}
            value={noiseSuppression}
            aria-describedby={`${id}-text`}
            data-testid="noise-suppression"
            onChange={({ target }) => {
              const chosen = noiseSuppressions.find((one) => one === target.value);
              if (chosen) saveSettings({ noiseSuppression: chosen });
            }}
          >
            {noiseSuppressions.map((one) => (
              <option key={one} value={one}>
                {t(`sound:noise.${one}`)}
              </option>
            ))}
          </select>
        </span>
        <span id={`${id}-text`} className="sub">
          {t(`sound:noiseText.${noiseSuppression}`)}
        </span>
      </div>
      {noiseFails && noiseSuppression === 'strong' && (
        <p className="sound-fails" role="status" data-testid="noise-fails">
          <Icon of={TriangleAlert} size="small" />
          {t('sound:fails')}
        </p>
      )}
      <SwitchRow
        title={t('sound:echo')}
        text={t('sound:echoText')}
        on={settings.echoCancellation}
        testId="echo-cancellation"
        onSwitch={(echoCancellation) => {
          saveSettings({ echoCancellation });
        }}
      />
      <SwitchRow
        title={t('sound:gain')}
        text={t('sound:gainText')}
        on={settings.automaticGain}
        testId="automatic-gain"
        onSwitch={(automaticGain) => {
          saveSettings({ automaticGain });
        }}
      />
      <SoundTest />
    </div>
  );
}
