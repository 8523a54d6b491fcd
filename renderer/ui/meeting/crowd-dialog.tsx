import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Emblem } from '../components/emblem';
import { NoticeHere } from '../components/notice-here';
import { ThreeLines } from '../components/three-lines';

interface CrowdDialogProps {
  icon: LucideIcon;
  title: string;
  lead: string;
  /** Whom it is about, as they call themselves. */
  names: readonly string[];
  /** What was done to them. */
  what: string;
  safe: ReactNode;
  todo: string;
  yes: string;
  no: string;
  /** Its buttons add `-yes` and `-no`. */
  testId: string;
  onAnswer: (count: boolean) => void;
}

/** Something was done to many at once, perhaps by a stolen key: it counts here only if this person says so. */
export function CrowdDialog(props: CrowdDialogProps) {
  const { icon, title, lead, names, what, safe, todo, yes, no, testId, onAnswer } = props;
  const { t, i18n } = useTranslation();
  const listed = names.map((name) => nameInText(t, name));
  const answer = (count: boolean) => () => {
    onAnswer(count);
  };
  return (
    <Dialog
      role="alertdialog"
      title={title}
      lead={lead}
      emblem={<Emblem of={icon} tone="danger" />}
      testId={testId}
      onClose={() => undefined}
      footer={
        <>
          <Button kind="line" data-testid={`${testId}-yes`} onClick={answer(true)}>
            {yes}
          </Button>
          <Button kind="line" className="push" data-testid={`${testId}-no`} onClick={answer(false)}>
            {no}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <ThreeLines
        what={
          <>
            {listed.length > 0 && (
              <b className="names">{new Intl.ListFormat(i18n.language).format(listed)}</b>
            )}
            {what}
          </>
        }
        safe={safe}
        todo={todo}
      />
    </Dialog>
  );
}
