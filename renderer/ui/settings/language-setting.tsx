import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../locales';
import { useActions } from '../context';
import { Icon } from '../components/icon';
import { Setting } from './settings-part';

/** Each language by the name that those who speak it have for it. */
export function LanguageSetting({ chosen }: { chosen: string }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  return (
    <Setting title={t('settings:language')} text={t('settings:languageText')}>
      <span className="select">
        <Icon of={Languages} />
        <select
          aria-label={t('settings:language')}
          data-testid="settings-language"
          value={spoken.includes(chosen) ? chosen : ''}
          onChange={({ target }) => {
            saveSettings({ language: target.value });
          }}
        >
          <option value="">{t('settings:system')}</option>
          {spoken.map((language) => (
            <option key={language} value={language} lang={language}>
              {ownNameOf(language)}
            </option>
          ))}
        </select>
      </span>
    </Setting>
  );
}

/** As it stands alone: many languages write their own name small within a sentence. */
function ownNameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
