import { MicOff } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { QuietView } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Emblem } from '../components/emblem';
import { NoticeHere } from '../components/notice-here';
import { ThreeLines } from '../components/three-lines';
import { nameInText } from '../text';

/** Many silenced at once may be a stolen key at work: it counts here only if this person says so. */
export function SilencesDialog({ asked }: { asked: NonNullable<QuietView['asked']> }) {
  const { t, i18n } = useTranslation();
  const { answerSilences } = useActions();
  const listed = asked.names.map((name) => nameInText(t, name));
  const names = new Intl.ListFormat(i18n.language).format(listed);
  const answer = (count: boolean) => () => {
    answerSilences(count);
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('speaking:asked.title')}
      lead={t(asked.me ? 'speaking:asked.leadMe' : 'speaking:asked.lead')}
      emblem={<Emblem of={MicOff} tone="danger" />}
      testId="ask-silences"
      onClose={() => undefined}
      footer={
        <>
          <Button kind="line" data-testid="ask-silences-yes" onClick={answer(true)}>
            {t('speaking:asked.yes')}
          </Button>
          <Button kind="line" className="push" data-testid="ask-silences-no" onClick={answer(false)}>
            {t('speaking:asked.no')}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <ThreeLines
        what={
          <>
            {listed.length > 0 && <b className="names">{names}</b>}
            {t(asked.me ? 'speaking:asked.whatMe' : 'speaking:asked.what')}
          </>
        }
        safe={<Trans i18nKey="speaking:asked.safe" components={{ b: <b /> }} />}
        todo={t('speaking:asked.todo')}
      />
    </Dialog>
  );
}
