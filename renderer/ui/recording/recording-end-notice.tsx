import { Check, HardDrive, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NoticeBox } from '../components/notice-box';
import { useActions, useSelected } from '../context';
import { useSizes } from '../files/file-words';
import { runningTime } from '../time';

const icons = { saved: Check, full: HardDrive, failed: TriangleAlert };

/** What became of the own recording. */
export function RecordingEndNotice() {
  const { t, i18n } = useTranslation();
  const { size } = useSizes();
  const { dismissRecordingEnd } = useActions();
  const last = useSelected(({ recording }) => (recording.state === 'off' ? recording.last : null));
  if (last === null) return null;
  const text =
    last.end === 'saved'
      ? t('recording:end.savedText', {
          time: runningTime(last.elapsed, i18n.language),
          size: size(last.size),
        })
      : t(`recording:end.${last.end}Text`);
  return (
    <NoticeBox
      tone={last.end === 'saved' ? 'plain' : 'warn'}
      icon={icons[last.end]}
      title={t(`recording:end.${last.end}`)}
      testId={`recording-end-${last.end}`}
      onDismiss={dismissRecordingEnd}
    >
      <p>{text}</p>
    </NoticeBox>
  );
}
