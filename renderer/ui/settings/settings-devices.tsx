import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import { useActions } from '../context';
import { DeviceSelects } from '../devices/device-select';
import { OpenRecordingSetting } from '../recording/open-recording';
import { Setting, SettingsPart } from './settings-part';

export function SettingsDevices({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  return (
    <SettingsPart section="devices">
      <div className="set-devices">
        <DeviceSelects settings={settings} />
      </div>
      <Setting title={t('settings:saveBandwidth')} text={t('settings:saveBandwidthText')}>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          aria-label={t('settings:saveBandwidth')}
          checked={settings.saveBandwidth}
          data-testid="save-bandwidth"
          onChange={(event) => {
            saveSettings({ saveBandwidth: event.target.checked });
          }}
        />
      </Setting>
      <OpenRecordingSetting />
    </SettingsPart>
  );
}
