import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf, shortcutsWith, takenBy, type ShortcutName } from '../../state/contract';
import { IconButton } from '../components/button';
import { useActions, useSelected } from '../context';
import { isMac } from './is-mac';
import { KeyRecorder } from './key-recorder';
import { Keys } from './keys';
import { shortcutWords } from './shortcut-words';
import { keysInText } from './shown-keys';
import { useKeys } from './use-keys';
import { useRefusal } from './use-refusal';

interface ShortcutRowProps {
  name: ShortcutName;
  /** It is not as it comes. */
  isChosen: boolean;
  /** What has been done, for those who do not see it. */
  onSaid: (words: string) => void;
}

/** One shortcut in the settings: its keys, and a button to press others. */
export function ShortcutRow({ name, isChosen, onSaid }: ShortcutRowProps) {
  const { t } = useTranslation();
  const { trySettings } = useActions();
  const keys = useKeys();
  const everywhere = useSelected(({ app }) => app?.settings.muteEverywhere) ?? null;
  const id = useId();
  const [refusal, refuse] = useRefusal();
  const action = t(shortcutWords[name]);

  function take(combination: string | null): void {
    const usual = shortcutsWith({}, isMac)[name];
    const wanted = combination ?? usual;
    const why = refusalOf(name, wanted, isMac);
    const other = wanted === everywhere ? 'muteEverywhere' : takenBy(name, wanted, keys);
    if (why !== null) refuse({ why, combination: wanted });
    else if (other !== null) refuse({ why: 'taken', combination: wanted, other });
    else {
      refuse(null);
      const change = trySettings(({ shortcuts }) => {
        const others = Object.fromEntries(Object.entries(shortcuts).filter(([one]) => one !== name));
        return { shortcuts: wanted === usual ? others : { ...others, [name]: wanted } };
      });
      void change.then((code) => {
        if (code !== null) refuse({ why: 'not-kept' });
        else onSaid(t('shortcuts:isNow', { action, keys: keysInText(t, wanted, isMac) }));
      });
    }
  }

  return (
    <div data-testid={`shortcut-${name}`}>
      <dt className="grow">
        {action}
        <span id={`${id}-refused`} className="field-problem" role="alert">
          {refusal}
        </span>
      </dt>
      <dd>
        <Keys combination={keys[name]} />
        <KeyRecorder
          label={t('shortcuts:changeOf', { action })}
          describedBy={`${id}-refused`}
          onTake={take}
          onUnknown={() => {
            refuse({ why: 'unknown' });
          }}
          onBegin={() => {
            refuse(null);
          }}
          testId={`shortcut-change-${name}`}
        />
        <IconButton
          icon={RotateCcw}
          label={t('shortcuts:resetOne', { action })}
          isIdle={!isChosen}
          data-testid={`shortcut-reset-${name}`}
          onClick={() => {
            take(null);
          }}
        />
      </dd>
    </div>
  );
}
