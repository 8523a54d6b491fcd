import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_WAITING_TOLD, type AlertWords } from '../../state/contract';
import { useActions, useSelected } from '../context';

/** Tells main, which has no words of its own, what the system's messages say. */
export function SystemWords() {
  // Another one for each language.
  const { t } = useTranslation();
  const { tellWords } = useActions();
  const isOpen = useSelected(({ app }) => app !== null);
  useEffect(() => {
    if (isOpen) tellWords(alertWords(t));
  }, [isOpen, t, tellWords]);
  return null;
}

/** What main puts in later stands for itself until then. */
const name = '{{name}}';
const standing = '{{standing}}';

function alertWords(t: TFunction): AlertWords {
  return {
    waiting: Array.from({ length: MAX_WAITING_TOLD }, (_, index) =>
      t('alerts:system.waiting', { count: index + 1 }),
    ),
    hand: t('alerts:system.hand'),
    joined: t('alerts:system.joined'),
    notJoined: t('alerts:system.notJoined'),
    ended: t('alerts:system.ended'),
    endAsked: t('alerts:system.endAsked'),
    microphone: { on: t('shortcuts:microphone.on'), off: t('shortcuts:microphone.off') },
    named: {
      waiting: t('alerts:system.waitingNamed', { name, standing }),
      hand: t('alerts:system.handNamed', { name }),
    },
    standing: {
      verified: t('alerts:standing.verified'),
      met: t('alerts:standing.met'),
      new: t('alerts:standing.new'),
      changed: t('alerts:standing.changed'),
    },
    someone: t('alerts:system.someone'),
    tray: {
      inMeeting: t('alerts:tray.inMeeting'),
      mute: t('alerts:tray.mute'),
      unmute: t('alerts:tray.unmute'),
      leave: t('alerts:tray.leave'),
      show: t('alerts:tray.show'),
      quit: t('alerts:tray.quit'),
    },
  };
}
