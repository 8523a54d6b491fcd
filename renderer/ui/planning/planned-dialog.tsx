import { CalendarDays, Copy } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Icon } from '../components/icon';
import { NoticeHere } from '../components/notice-here';
import { invitationText } from './invitation-text';
import { ownZone } from './time-zones';
import { useMeetingTimes } from './times';
import type { PlannedMeeting } from './upcoming';

const forms = ['instructions', 'link'] as const;
type Form = (typeof forms)[number];

interface PlannedDialogProps {
  meeting: PlannedMeeting;
  /** It has just been made. */
  isNew: boolean;
  onClose: () => void;
}

/** How the others hear of a planned meeting. What is copied is shown before. */
export function PlannedDialog({ meeting, isNew, onClose }: PlannedDialogProps) {
  const { t, i18n } = useTranslation();
  const { revealLink, copyInvitation } = useActions();
  const [form, setForm] = useState<Form>('instructions');
  const [link, setLink] = useState<string | null>(null);
  const times = useMeetingTimes();
  const name = useId();
  const { id, planned } = meeting;
  useEffect(() => {
    let isShown = true;
    void revealLink(id, null).then((found) => {
      if (isShown) setLink(found);
    });
    return () => {
      isShown = false;
    };
  }, [id, revealLink]);

  const when = times.full(planned.startsAt, ownZone());
  const text =
    link === null ? '' : form === 'link' ? link : invitationText(t, i18n.language, { ...meeting, link });
  return (
    <Dialog
      title={t(isNew ? 'planning:planned' : 'planning:invitation')}
      lead={isNew ? t('planning:nothingSent', { when }) : when}
      testId="planned"
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button kind="line" className="push" data-testid="planned-done" onClick={onClose}>
            {t('planning:done')}
          </Button>
          <Button
            kind="main"
            icon={Copy}
            disabled={link === null}
            data-testid="planned-copy"
            onClick={() => {
              copyInvitation(text);
            }}
          >
            {t('planning:copy')}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <div className="plan">
        <fieldset className="stack picks">
          <legend>{t('planning:sendAs')}</legend>
          {forms.map((one) => (
            <label key={one} className="pick">
              <input
                type="radio"
                name={name}
                checked={form === one}
                data-testid={`planned-as-${one}`}
                onChange={() => {
                  setForm(one);
                }}
              />
              <span className="grow">
                <b>{t(`planning:form.${one}`)}</b>
                <span className="sub">{t(`planning:formText.${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <section className="stack tight" aria-label={t('planning:copied')}>
          <h2>{t('planning:copied')}</h2>
          <pre className="copy-box" tabIndex={0} dir="auto" data-testid="planned-text">
            {text}
          </pre>
        </section>
        <CalendarFile meeting={id} />
      </div>
    </Dialog>
  );
}

function CalendarFile({ meeting }: { meeting: string }) {
  const { t } = useTranslation();
  const { saveCalendar } = useActions();
  const [withLink, setWithLink] = useState(false);
  return (
    <section className="span pick calendar" aria-label={t('planning:calendar')}>
      <Icon of={CalendarDays} />
      <div className="grow">
        <b>{t('planning:calendar')}</b>
        <p className="sub">{t(withLink ? 'planning:calendarWith' : 'planning:calendarWithout')}</p>
      </div>
      <label className="row small">
        {t('planning:includeLink')}
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={withLink}
          data-testid="planned-with-link"
          onChange={(event) => {
            setWithLink(event.target.checked);
          }}
        />
      </label>
      <Button
        kind="line"
        data-testid="planned-save"
        onClick={() => {
          saveCalendar({ meeting, withLink, called: t('planning:called') });
        }}
      >
        {t('planning:save')}
      </Button>
    </section>
  );
}
