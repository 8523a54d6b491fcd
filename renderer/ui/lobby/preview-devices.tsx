import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../state/contract';
import { Icon } from '../components/icon';
import { PopoverDialog } from '../components/popover-dialog';
import { DeviceProblem } from '../devices/device-problem';
import { DeviceSelects } from '../devices/device-select';
import { LevelMeter } from '../devices/level-meter';
import { Mirror } from '../devices/mirror';

interface PreviewDevicesProps {
  /** By which name the others will see this person. */
  name: string;
  settings: Settings;
}

/** Oneself as the others will see and hear, and which devices do it; the choice opens beside the picture, not over it. */
export function PreviewDevices({ name, settings }: PreviewDevicesProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Mirror
        name={name}
        size="large"
        after={
          <button
            type="button"
            className="round named"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            popoverTarget={id}
            data-testid="preview-devices"
          >
            <Icon of={SlidersHorizontal} />
            {t('preview:devices')}
          </button>
        }
      />
      <PopoverDialog
        id={id}
        label={t('preview:devices')}
        className="preview-devices"
        testId="preview-devices-choice"
        onToggle={setIsOpen}
      >
        <DeviceSelects settings={settings} />
      </PopoverDialog>
      <DeviceProblem />
      <LevelMeter />
    </>
  );
}
