import { useTranslation } from 'react-i18next';
import { isMac, shortcuts, type ShortcutName } from './shortcuts';
import { Dialog } from '../components/dialog';

const names = Object.keys(shortcuts) as ShortcutName[];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog width="narrow" title={t('common:keys.title')} testId="shortcuts-dialog" onClose={onClose}>
      <dl className="keys">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`common:keys.${name}`)}</dt>
            <dd>
              <kbd>{isMac ? '⌘' : t('common:keys.control')}</kbd>
              {shortcuts[name].shift && <kbd>{t('common:keys.shift')}</kbd>}
              <kbd>{shortcuts[name].letter.toUpperCase()}</kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('common:keys.help')}</dt>
          <dd>
            <kbd>?</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('common:keys.close')}</dt>
          <dd>
            <kbd>Esc</kbd>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
