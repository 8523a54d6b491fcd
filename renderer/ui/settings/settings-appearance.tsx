import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import { useActions } from '../context';
import { hasSmallWindow } from '../small-window/use-small-window';
import { LanguageSetting } from './language-setting';
import { Setting, SettingsPart } from './settings-part';
import { TextSizeSetting } from './text-size-setting';

const themes = ['system', 'light', 'dark'] as const;

export function SettingsAppearance({ settings: { theme, language, textSize } }: { settings: Settings }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  return (
    <SettingsPart section="appearance">
      <Setting title={t('settings:theme')} text={t('settings:themeText')}>
        <div className="choices" role="radiogroup" aria-label={t('settings:theme')}>
          {themes.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="theme"
                checked={choice === theme}
                data-testid={`theme-${choice}`}
                onChange={() => {
                  saveSettings({ theme: choice });
                }}
              />
              {t(`settings:${choice}`)}
            </label>
          ))}
        </div>
      </Setting>
      <LanguageSetting chosen={language} />
      <TextSizeSetting chosen={textSize} />
      {!hasSmallWindow && <Setting title={t('small-window:title')} text={t('small-window:missing')} />}
    </SettingsPart>
  );
}
