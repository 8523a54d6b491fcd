import { UsersRound } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Ask } from '../../state/contract';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Emblem } from '../components/emblem';
import { NoticeHere } from '../components/notice-here';
import { ThreeLines } from '../components/three-lines';

/** Several removals at once may be a stolen key at work: they count here only if this person says so. */
export function RemovalsDialog({ ask }: { ask: Extract<Ask, { kind: 'removals' }> }) {
  const { t, i18n } = useTranslation();
  const { answerAsk } = useActions();
  const listed = ask.names.map((name) => nameInText(t, name));
  const names = new Intl.ListFormat(i18n.language).format(listed);
  return (
    <Dialog
      role="alertdialog"
      title={t('group:asks.removals.title')}
      lead={t(ask.me ? 'group:asks.removals.leadMe' : 'group:asks.removals.lead')}
      emblem={<Emblem of={UsersRound} tone="danger" />}
      testId="ask-removals"
      onClose={() => undefined}
      footer={
        <>
          <Button
            kind="line"
            data-testid="ask-removals-yes"
            onClick={() => {
              answerAsk('removals', true);
            }}
          >
            {t('group:asks.removals.yes')}
          </Button>
          <Button
            kind="line"
            className="push"
            data-testid="ask-removals-no"
            onClick={() => {
              answerAsk('removals', false);
            }}
          >
            {t('group:asks.removals.no')}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <ThreeLines
        what={
          <>
            {listed.length > 0 && <b className="names">{names}</b>}
            {t(ask.me ? 'group:asks.removals.whatMe' : 'group:asks.removals.what')}
          </>
        }
        safe={<Trans i18nKey="group:asks.removals.safe" components={{ b: <b /> }} />}
        todo={t(ask.me ? 'group:asks.removals.todoMe' : 'group:asks.removals.todo')}
      />
    </Dialog>
  );
}
