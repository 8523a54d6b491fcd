import { CalendarDays, Copy } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLink } from '../../state/invite-page';
import { useActions, useSelected } from '../context';
import { useOpenSettings } from '../settings-section';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Icon } from '../components/icon';
import { NoticeHere } from '../components/notice-here';
import { invitationText } from './invitation-text';
import { ownZone } from './time-zones';
import { useMeetingTimes } from './times';
import type { PlannedMeeting } from './upcoming';

type Form = 'instructions' | 'page' | 'link';

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
  const invitePage = useSelected(({ app }) => app?.settings.invitePage ?? '');
  const openSettings = useOpenSettings();
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

  const page = invitePage === '' || link === null ? null : pageLink(invitePage, link);
  const when = times.full(planned.startsAt, ownZone());
  const texts: Record<Form, string> = {
    instructions: invitationText(t, i18n.language, meeting, { vigil: link ?? '', page }),
    page: page ?? '',
    link: link ?? '',
  };
  const pick = (one: Form): PickChoice => ({
    name,
    id: one,
    isChosen: form === one,
    onChoose: () => {
      setForm(one);
    },
  });
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
              copyInvitation(texts[form]);
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
          <Pick
            title={t('planning:form.instructions')}
            text={t('planning:formText.instructions')}
            {...pick('instructions')}
          />
          {invitePage === '' ? (
            <p className="pick">
              <span className="grow">
                <b>{t('web-page:form')}</b>
                <span className="sub">{t('web-page:unset')}</span>
              </span>
              <button
                type="button"
                className="text-link"
                data-testid="planned-set-page"
                onClick={() => {
                  onClose();
                  openSettings('connection');
                }}
              >
                {t('web-page:set')}
              </button>
            </p>
          ) : (
            <Pick title={t('web-page:form')} text={t('web-page:formText')} {...pick('page')} />
          )}
          <Pick title={t('planning:form.link')} text={t('planning:formText.link')} {...pick('link')} />
        </fieldset>
        <section className="stack tight" aria-label={t('planning:copied')}>
          <h2>{t('planning:copied')}</h2>
          <pre className="copy-box" tabIndex={0} dir="auto" data-testid="planned-text">
            {link === null ? '' : texts[form]}
          </pre>
        </section>
        <CalendarFile meeting={id} weekly={planned.weekly} />
      </div>
    </Dialog>
  );
}

interface PickChoice {
  /** Of all that are chosen from. */
  name: string;
  id: Form;
  isChosen: boolean;
  onChoose: () => void;
}

function Pick({ title, text, name, id, isChosen, onChoose }: PickChoice & { title: string; text: string }) {
  return (
    <label className="pick">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        data-testid={`planned-as-${id}`}
        onChange={onChoose}
      />
      <span className="grow">
        <b>{title}</b>
        <span className="sub">{text}</span>
      </span>
    </label>
  );
}

function CalendarFile({ meeting, weekly }: { meeting: string; weekly: boolean }) {
  const { t } = useTranslation();
  const { saveCalendar } = useActions();
  const [withLink, setWithLink] = useState(false);
  return (
    <section className="span pick calendar" aria-label={t('planning:calendar')}>
      <Icon of={CalendarDays} />
      <div className="grow">
        <b>{t('planning:calendar')}</b>
        <p className="sub">{t(withLink ? 'planning:calendarWith' : 'planning:calendarWithout')}</p>
        {weekly && <p className="sub">{t('weekly:calendar')}</p>}
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
