import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useActions } from '../context';
import { NoticeBox } from '../components/notice-box';
import { Setting, SettingsPart } from './settings-part';
import { SwitchSetting } from './switch-setting';

export function SettingsAlerts({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { saveSettings, startAtLogin } = useActions();
  const { notifications, notificationNames, alertTone, stayInTray } = app.settings;
  return (
    <SettingsPart section="alerts">
      {app.notifications !== 'works' && (
        <div className="set">
          <NoticeBox title={t(`alerts:settings.${app.notifications}`)} testId="notifications-missing" />
        </div>
      )}
      <SwitchSetting
        title={t('alerts:settings.notifications')}
        text={t('alerts:settings.notificationsText')}
        on={notifications}
        onSwitch={(on) => {
          saveSettings({ notifications: on });
        }}
        testId="notifications-switch"
      />
      <SwitchSetting
        title={t('alerts:settings.names')}
        text={t('alerts:settings.namesText')}
        on={notificationNames}
        onSwitch={(on) => {
          saveSettings({ notificationNames: on });
        }}
        testId="notification-names-switch"
      />
      <SwitchSetting
        title={t('alerts:settings.tone')}
        text={t('alerts:settings.toneText')}
        on={alertTone}
        onSwitch={(on) => {
          saveSettings({ alertTone: on });
        }}
        testId="alert-tone-switch"
      />
      {app.tray === 'works' ? (
        <SwitchSetting
          title={t('alerts:settings.tray')}
          text={t('alerts:settings.trayText')}
          on={stayInTray}
          onSwitch={(on) => {
            saveSettings({ stayInTray: on });
          }}
          testId="tray-switch"
        />
      ) : (
        <Setting title={t('alerts:settings.tray')} text={t('alerts:settings.trayMissing')} />
      )}
      {app.startsAtLogin !== null && (
        <SwitchSetting
          title={t('alerts:settings.login')}
          text={t('alerts:settings.loginText')}
          on={app.startsAtLogin}
          onSwitch={startAtLogin}
          testId="login-switch"
        />
      )}
    </SettingsPart>
  );
}
