import { useTranslation } from 'react-i18next';
import { shortcutNames } from '../../state/contract';
import { Dialog } from '../components/dialog';
import { FixedKeys } from './fixed-keys';
import { Keys } from './keys';
import { shortcutWords } from './shortcut-words';
import { useKeys } from './use-keys';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const keys = useKeys();
  return (
    <Dialog
      width="narrow"
      title={t('common:keys.title')}
      lead={t('shortcuts:inSettings')}
      testId="shortcuts-dialog"
      onClose={onClose}
    >
      <dl className="keys">
        {shortcutNames.map((name) => (
          <div key={name}>
            <dt>{t(shortcutWords[name])}</dt>
            <dd>
              <Keys combination={keys[name]} />
            </dd>
          </div>
        ))}
        <FixedKeys />
      </dl>
    </Dialog>
  );
}
