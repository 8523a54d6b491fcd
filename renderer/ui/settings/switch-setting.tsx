import { Setting } from './settings-part';

interface SwitchSettingProps {
  title: string;
  text: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
  testId: string;
}

/** One line of the settings with a switch at its end. */
export function SwitchSetting({ title, text, on, onSwitch, testId }: SwitchSettingProps) {
  return (
    <Setting title={title} text={text}>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        aria-label={title}
        checked={on}
        data-testid={testId}
        onChange={(event) => {
          onSwitch(event.target.checked);
        }}
      />
    </Setting>
  );
}
