import { CircleCheck, Info, RefreshCw, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';

interface GroupCodeChipProps {
  groups: readonly string[];
  /** The code that was last open for comparing; null when none was. */
  lastOpened: string | null;
  /** This person has said that all see this very code. */
  isCompared: boolean;
  onOpen: () => void;
}

const looks = {
  compared: { icon: CircleCheck, tone: 'ok' },
  changed: { icon: RefreshCw, tone: 'warn' },
  notCompared: { icon: Info, tone: 'plain' },
} as const satisfies Record<string, { icon: LucideIcon; tone: string }>;

/** Says whether the number was compared. No digits: a part of it can be forged, and comparing it proves nothing. */
export function GroupCodeChip({ groups, lastOpened, isCompared, onOpen }: GroupCodeChipProps) {
  const { t } = useTranslation();
  const hasChanged = lastOpened !== null && lastOpened !== groups.join(' ');
  const state = isCompared ? 'compared' : hasChanged ? 'changed' : 'notCompared';
  const { icon, tone } = looks[state];
  return (
    <button
      type="button"
      className="chip code-chip push"
      title={t('group:compare')}
      data-testid="group-code-chip"
      data-state={state}
      onClick={onOpen}
    >
      {t('group:name')}
      <span className={`badge ${tone}`}>
        <Icon of={icon} size="small" />
        <span className="wide-word">{t(`group:${state}`)}</span>
      </span>
    </button>
  );
}
