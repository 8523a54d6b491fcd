/** Sizes, speeds and states of files, in the words and digits of the language. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../state/contract';
import { nameInText } from '../text';

const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1000;

interface Sizes {
  size: (bytes: number) => string;
  speed: (bytesPerSecond: number) => string;
  /** About so long. */
  time: (seconds: number) => string;
}

export function useSizes(): Sizes {
  const { language } = useTranslation().i18n;
  const format = (value: number, unit: string, digits: number): string =>
    new Intl.NumberFormat(language, {
      ...{ style: 'unit', unit, unitDisplay: 'short', useGrouping: false, maximumFractionDigits: digits },
    }).format(value);
  const sized = (bytes: number, suffix: string): string => {
    let step = 0;
    let value = bytes;
    while (value >= STEP && step < STEPS.length - 1) {
      value /= STEP;
      step++;
    }
    return format(value, `${STEPS[step] ?? 'byte'}${suffix}`, value < 10 && step > 0 ? 1 : 0);
  };
  return {
    size: (bytes) => sized(bytes, ''),
    speed: (bytes) => sized(bytes, '-per-second'),
    time: (seconds) => {
      if (seconds < 100) return format(Math.max(1, seconds), 'second', 0);
      if (seconds < 6000) return format(seconds / 60, 'minute', 0);
      return format(seconds / 3600, 'hour', 1);
    },
  };
}

export interface StateWord {
  tone: 'quiet' | 'ok' | 'warn' | 'danger';
  text: string;
}

/** What is said of how it stands; null where its size or its progress says it. @param size formats bytes. */
export function stateWord(t: TFunction, file: FileView, size: (bytes: number) => string): StateWord | null {
  const { state, mine, from, receivers } = file;
  const other = mine ? (receivers.find((receiver) => receiver.state === state)?.name ?? '') : from.name;
  const name = nameInText(t, other);
  switch (state) {
    case 'running':
      return null;
    case 'waiting':
      return { tone: 'warn', text: t('files:state.waiting', { name }) };
    case 'held-here':
      return { tone: 'quiet', text: t('files:state.heldHere') };
    case 'held-there':
      return { tone: 'quiet', text: t('files:state.heldThere', { name }) };
    case 'declined':
      return { tone: 'quiet', text: t('files:state.declined') };
    case 'cancelled':
      return { tone: 'quiet', text: t('files:state.cancelled') };
    default:
      return mine ? ownWord(t, state, name) : theirWord(t, { ...file, state }, { name, size });
  }
}

type OfOneSide = Exclude<
  FileView['state'],
  'running' | 'waiting' | 'held-here' | 'held-there' | 'declined' | 'cancelled'
>;

function theirWord(
  t: TFunction,
  { state, size: all, bytes }: FileView & { state: OfOneSide },
  { name, size }: { name: string; size: (bytes: number) => string },
): StateWord | null {
  switch (state) {
    case 'offered':
      return null;
    case 'full':
      return { tone: 'warn', text: t('files:state.full', { size: size(all - bytes) }) };
    case 'unwritable':
      return { tone: 'warn', text: t('files:state.unwritable') };
    case 'done':
      return { tone: 'ok', text: t('files:state.done') };
    case 'damaged':
      return { tone: 'danger', text: t('files:state.damaged') };
    case 'changed':
      return { tone: 'warn', text: t('files:state.changed') };
    case 'gone':
      return { tone: 'warn', text: t('files:state.gone', { name }) };
  }
}

function ownWord(t: TFunction, state: OfOneSide, name: string): StateWord | null {
  switch (state) {
    case 'done':
    case 'full':
    case 'unwritable':
      return null;
    case 'offered':
      return { tone: 'quiet', text: t('files:state.offered') };
    case 'damaged':
      return { tone: 'danger', text: t('files:state.damagedThere', { name }) };
    case 'changed':
      return { tone: 'warn', text: t('files:state.changedHere') };
    case 'gone':
      return { tone: 'quiet', text: t('files:state.goneThere', { name }) };
  }
}
