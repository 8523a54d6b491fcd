import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalEverywhere, shortcutNames, type AppView } from '../../state/contract';
import { IconButton } from '../components/button';
import { useActions } from '../context';
import { isMac } from './is-mac';
import { KeyRecorder } from './key-recorder';
import { Keys } from './keys';
import { keysInText } from './shown-keys';
import { useKeys } from './use-keys';
import { useRefusal } from './use-refusal';

/** The one key that works while another window is in front. */
export function MuteEverywhere({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { trySettings } = useActions();
  const keys = useKeys();
  const id = useId();
  const [refusal, refuse] = useRefusal();
  const { muteEverywhere } = app.settings;
  const action = t('shortcuts:everywhere');
  const isRefused = app.muteKey === 'refused' && muteEverywhere !== null;
  const bySystem = isRefused
    ? t('shortcuts:refused.system', { keys: keysInText(t, muteEverywhere, isMac) })
    : '';

  function save(combination: string | null): void {
    refuse(null);
    void trySettings({ muteEverywhere: combination }).then((code) => {
      if (code !== null) refuse({ why: 'not-kept' });
    });
  }
  function take(combination: string): void {
    const why = refusalEverywhere(combination, isMac);
    const other = shortcutNames.find((name) => keys[name] === combination);
    if (other !== undefined) refuse({ why: 'taken', combination, other });
    else if (why !== null) refuse({ why, combination });
    else save(combination);
  }

  return (
    <div className="set" data-testid="mute-everywhere">
      <div className="grow">
        <h3>{action}</h3>
        <p>{t('shortcuts:everywhereText')}</p>
        <p id={`${id}-refused`} className="field-problem" role="alert">
          {refusal === '' ? bySystem : refusal}
        </p>
      </div>
      {muteEverywhere === null ? (
        <span className="quiet">{t('shortcuts:off')}</span>
      ) : (
        <Keys combination={muteEverywhere} />
      )}
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
        testId="mute-everywhere-change"
      />
      <IconButton
        icon={X}
        label={t('shortcuts:turnOff', { action })}
        isIdle={muteEverywhere === null}
        data-testid="mute-everywhere-off"
        onClick={() => {
          save(null);
        }}
      />
    </div>
  );
}
