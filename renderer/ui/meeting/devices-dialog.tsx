import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import { DeviceSelects } from '../devices/device-select';
import { Dialog } from '../components/dialog';
import { NoticeHere } from '../components/notice-here';

export function DevicesDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog width="narrow" title={t('settings:devices')} testId="devices-dialog" onClose={onClose}>
      <NoticeHere />
      <DeviceSelects settings={settings} />
    </Dialog>
  );
}
