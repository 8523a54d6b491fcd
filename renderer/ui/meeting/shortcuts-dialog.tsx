import { useTranslation } from 'react-i18next';
import { isMac, shortcuts, type ShortcutName } from './shortcuts';
import { Dialog } from '../components/dialog';

const words = {
  mute: 'common:keys.mute',
  camera: 'common:keys.camera',
  hand: 'common:keys.hand',
  chat: 'common:keys.chat',
  people: 'common:keys.people',
  safety: 'common:keys.safety',
  layout: 'seeing:keys.layout',
  soundOnly: 'seeing:keys.soundOnly',
  copyInvite: 'common:keys.copyInvite',
  leave: 'common:keys.leave',
} as const satisfies Record<ShortcutName, string>;
const names = Object.keys(shortcuts) as ShortcutName[];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog width="narrow" title={t('common:keys.title')} testId="shortcuts-dialog" onClose={onClose}>
      <dl className="keys">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(words[name])}</dt>
            <dd>
              <kbd>{isMac ? '⌘' : t('common:keys.control')}</kbd>
              {shortcuts[name].shift && <kbd>{t('common:keys.shift')}</kbd>}
              <kbd>{shortcuts[name].letter.toUpperCase()}</kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('seeing:keys.talk')}</dt>
          <dd>
            <kbd>{t('seeing:keys.space')}</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('seeing:keys.fullScreen')}</dt>
          <dd>
            <kbd>F11</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('seeing:keys.tileMenu')}</dt>
          <dd>
            <kbd>{t('common:keys.shift')}</kbd>
            <kbd>F10</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('seeing:keys.pin')}</dt>
          <dd>
            <kbd>{t('seeing:keys.enter')}</kbd>
          </dd>
        </div>
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
