import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import { DeviceSelects } from './device-select';
import { Dialog } from './dialog';
import { NoticeHere } from './notice-here';

export function DevicesDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog width="narrow" title={t('settings.devices')} testId="devices-dialog" onClose={onClose}>
      <NoticeHere />
      <DeviceSelects settings={settings} />
    </Dialog>
  );
}
