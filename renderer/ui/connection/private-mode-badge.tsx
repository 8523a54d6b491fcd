import { EyeOff, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrivateModeView } from '../../state/contract';
import { Icon } from '../components/icon';

/** Said beside the status line while private mode is anything but off. */
export function PrivateModeBadge({ privateMode }: { privateMode: PrivateModeView }) {
  const { t } = useTranslation();
  if (privateMode.state === 'off') return null;
  const isSilent = privateMode.state === 'on' && privateMode.answers === false;
  const isTrouble = privateMode.state === 'damaged' || isSilent;
  return (
    <span
      className={`badge ${isTrouble ? 'warn' : 'ok'}`}
      data-testid="private-mode-badge"
      data-state={isSilent ? 'silent' : privateMode.state}
    >
      <Icon of={isTrouble ? TriangleAlert : EyeOff} size="small" />
      {t(privateMode.state === 'damaged' ? 'private-mode:badgeDamaged' : 'private-mode:badge')}
    </span>
  );
}
