import { AArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textSizes, type Settings } from '../../state/contract';
import { useActions } from '../context';
import { Icon } from '../components/icon';
import { Setting } from './settings-part';

export function TextSizeSetting({ chosen }: { chosen: Settings['textSize'] }) {
  const { t, i18n } = useTranslation();
  const { saveSettings } = useActions();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <Setting title={t('settings:textSize')} text={t('settings:textSizeText')}>
      <span className="select">
        <Icon of={AArrowUp} />
        <select
          aria-label={t('settings:textSize')}
          data-testid="settings-text-size"
          value={chosen}
          onChange={({ target }) => {
            const size = textSizes.find((one) => String(one) === target.value);
            if (size !== undefined) saveSettings({ textSize: size });
          }}
        >
          {textSizes.map((size) => (
            <option key={size} value={size}>
              {percent.format(size / 100)}
            </option>
          ))}
        </select>
      </span>
    </Setting>
  );
}
