import { LockKeyholeOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import { NoticeBox } from '../components/notice-box';

/** Without sealing there is no sound and no picture: said, because otherwise tiles would just stay dark. */
export function SealingNotice() {
  const { t } = useTranslation();
  const sealingIsBroken = useSelected(({ sealingIsBroken }) => sealingIsBroken);
  if (!sealingIsBroken) return null;
  return (
    <div role="alert">
      <NoticeBox title={t('meeting:sealing.title')} icon={LockKeyholeOpen} testId="sealing-broken">
        <p>{t('meeting:sealing.text')}</p>
      </NoticeBox>
    </div>
  );
}
