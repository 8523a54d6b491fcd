import { BrickWallShield } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NoticeBox } from '../components/notice-box';
import { useActions } from '../context';

/** Before the first meeting: what the system is about to ask, in words of Vigil's own. */
export function FirewallNotice() {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  return (
    <NoticeBox
      tone="plain"
      icon={BrickWallShield}
      title={t('entering:firewall.title')}
      testId="firewall-notice"
      onDismiss={() => {
        saveSettings({ firewallExplained: true });
      }}
    >
      <p>{t('entering:firewall.text')}</p>
    </NoticeBox>
  );
}
