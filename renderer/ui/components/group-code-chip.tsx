import { Info, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';

interface GroupCodeChipProps {
  groups: readonly string[];
  /** The code that was last open for comparing; null when none was. */
  lastOpened: string | null;
  onOpen: () => void;
}

/** Shows the first group only, as a reminder that changes with the list. */
export function GroupCodeChip({ groups, lastOpened, onOpen }: GroupCodeChipProps) {
  const { t } = useTranslation();
  const state = lastOpened !== null && lastOpened !== groups.join(' ') ? 'changed' : 'notCompared';
  return (
    <button
      type="button"
      className="chip code-chip push"
      title={t('group.compare')}
      data-testid="group-code-chip"
      data-state={state}
      onClick={onOpen}
    >
      {t('group.name')} <b className="digits">{groups[0]}</b>
      <span className={`badge ${state === 'changed' ? 'warn' : 'plain'}`}>
        <Icon of={state === 'changed' ? RefreshCw : Info} size="small" />
        <span className="wide-word">{t(`group.${state}`)}</span>
      </span>
    </button>
  );
}
