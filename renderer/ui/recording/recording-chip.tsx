import { CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecorderView } from '../../state/contract';
import { Icon } from '../components/icon';
import { nameInText } from '../text';

/** Who records, for as long as they do. */
export function RecordingChip({ recorders }: { recorders: readonly RecorderView[] }) {
  const { t } = useTranslation();
  const first = recorders.find(({ state }) => state === 'running') ?? recorders[0];
  if (!first) return null;
  const name = nameInText(t, first.name);
  const running = recorders.filter(({ state }) => state === 'running').length;
  const words =
    first.state === 'announced'
      ? t('recording:chip.about', { name })
      : t(running > 1 ? 'recording:chip.many' : 'recording:chip.one', { name });
  return (
    <span className="chip recording-chip" title={t('recording:honest')} data-testid="recording-chip">
      <Icon of={CircleDot} size="small" />
      <span className="cut">{words}</span>
    </span>
  );
}
