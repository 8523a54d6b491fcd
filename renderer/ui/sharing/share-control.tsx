import { MonitorUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { Control } from '../meeting/control';
import { isFirstClick } from '../settled';

/** Opens the dialog; while something is shared it ends that. */
export function ShareControl() {
  const { t } = useTranslation();
  const { chooseShare, stopShare } = useActions();
  const isOn = useSelected(({ share }) => share.state !== 'off');
  return (
    <Control
      icon={MonitorUp}
      label={t('sharing:control')}
      title={t(isOn ? 'sharing:mine.stop' : 'sharing:picker.title')}
      aria-pressed={isOn}
      data-chosen={isOn}
      data-testid="control-share"
      onClick={(event) => {
        if (!isFirstClick(event)) return;
        if (isOn) stopShare();
        else chooseShare();
      }}
    />
  );
}
