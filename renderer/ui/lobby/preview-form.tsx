import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_BYTES, MAX_TITLE_BYTES, type AppView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import type { PreviewPhase } from '../phases';
import { bytesOf, withoutDirectionMarks } from '../text';
import { useClock } from '../time';
import { Button } from '../components/button';
import { isPrivateModeRefusal } from '../connection/private-mode-errors';
import { Field } from '../components/field';
import { PrivateModeRefused } from '../connection/private-mode-refused';
import { PreviewChoices } from './preview-choices';

interface PreviewFormProps {
  app: AppView;
  meeting: PreviewPhase;
  heading: string;
  /** By which name the others will see this person. */
  onShownName: (name: string) => void;
}

export function PreviewForm(props: PreviewFormProps) {
  const { app, meeting, heading, onShownName } = props;
  const { t } = useTranslation();
  const cameraFailed = useSelected(({ media }) => media.camera.state === 'failed');
  const refused = useSelected(({ notice }) =>
    notice.kind === 'error' && isPrivateModeRefusal(notice.code) ? notice.code : null,
  );
  const { enter } = useActions();
  const clock = useClock();
  const [name, setName] = useState(app.settings.name);
  const [isThrowaway, setIsThrowaway] = useState(false);
  const [throwawayName, setThrowawayName] = useState('');
  const [title, setTitle] = useState(meeting.title);
  const [isOpen, setIsOpen] = useState(false);
  const [lendsTurn, setLendsTurn] = useState(false);
  const [asked, setAsked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const isHost = meeting.role === 'host';
  const isNew = isHost && !meeting.again;
  const hasTurn = app.settings.turn.some(({ enabled }) => enabled);
  const shownName = isThrowaway ? throwawayName : name;
  const isGivenAway = isThrowaway && shownName.trim() !== '' && shownName.trim() === app.settings.name;
  const nameProblem = problemOf(shownName);
  const titleIsTooLong = isNew && bytesOf(title.trim()) > MAX_TITLE_BYTES;

  useEffect(() => {
    nameField.current?.focus();
  }, []);

  function submit(): void {
    setAsked(true);
    if (nameProblem !== null || titleIsTooLong) return;
    const chosenTitle = title.trim();
    enter({
      name: shownName.trim(),
      ...(isThrowaway ? { throwaway: true } : {}),
      ...(isNew && chosenTitle !== '' ? { title: chosenTitle } : {}),
      ...(isNew ? { open: isOpen, lendTurn: hasTurn && lendsTurn } : {}),
    });
  }

  return (
    <form
      className="preview-form"
      aria-label={heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="stack tight">
        <h1>{heading}</h1>
        {!isHost && <p className="small quiet">{t('preview:inviterUnknown')}</p>}
        <p className="small quiet">{t('entering:preview.expires', { when: clock.day(meeting.expiresAt) })}</p>
      </div>
      {!isNew && <InviteSays title={meeting.title} isOwn={meeting.again} />}
      <Field
        ref={nameField}
        label={t('entering:preview.name')}
        value={shownName}
        hint={isGivenAway ? t('entering:preview.givenAway') : undefined}
        spellCheck={false}
        dir="auto"
        data-testid="preview-name"
        problem={
          nameProblem !== null && (asked || nameProblem === 'name-too-long')
            ? problemText(nameProblem)
            : undefined
        }
        onChange={(event) => {
          const typed = event.target.value;
          if (isThrowaway) setThrowawayName(typed);
          else setName(typed);
          onShownName(typed);
        }}
      />
      {isNew && (
        <Field
          label={t('entering:preview.title')}
          hint={t('entering:preview.titleHint')}
          value={title}
          dir="auto"
          data-testid="preview-title"
          problem={titleIsTooLong ? problemText('title-too-long') : undefined}
          onChange={(event) => {
            setTitle(event.target.value);
          }}
        />
      )}
      {!meeting.again && (
        <PreviewChoices
          throwaway={{
            on: isThrowaway,
            onSwitch: (on) => {
              setIsThrowaway(on);
              onShownName(on ? throwawayName : name);
            },
          }}
          open={isNew ? { on: isOpen, onSwitch: setIsOpen } : null}
          lend={isNew && hasTurn ? { on: lendsTurn, onSwitch: setLendsTurn } : null}
        />
      )}
      <div className="enter">
        <Button kind="main" size="big" type="submit" data-testid="preview-enter">
          {cameraFailed
            ? t(isHost ? 'entering:preview.startWithout' : 'entering:preview.askWithout')
            : t(isHost ? 'entering:preview.start' : 'entering:preview.ask')}
        </Button>
      </div>
      {refused !== null && (
        <PrivateModeRefused code={refused} privateMode={app.privateMode} onTryAgain={submit} />
      )}
      <p className="small quiet">{t(promiseOf(meeting, isOpen))}</p>
    </form>
  );

  function problemText(code: 'name-empty' | 'name-too-long' | 'title-too-long'): string {
    return t('common:sentences', { first: t(`errors:${code}.what`), second: t(`errors:${code}.todo`) });
  }
}

function promiseOf({ role, byHand }: PreviewPhase, isOpen: boolean) {
  if (role === 'host') return isOpen ? 'entering:preview.openPromise' : 'entering:preview.hostPromise';
  return byHand ? 'by-hand:promise' : 'entering:preview.guestPromise';
}

function problemOf(name: string): 'name-empty' | 'name-too-long' | null {
  if (name.trim() === '') return 'name-empty';
  return bytesOf(name.trim()) > MAX_NAME_BYTES ? 'name-too-long' : null;
}

/** What the link calls the meeting; one's own title needs no warning. */
function InviteSays({ title, isOwn }: { title: string; isOwn: boolean }) {
  const { t } = useTranslation();
  if (title.trim() === '') return null;
  return (
    <figure className="invite-says">
      <figcaption>{t(isOwn ? 'entering:preview.itsTitle' : 'entering:preview.inviteSays')}</figcaption>
      <blockquote title={withoutDirectionMarks(title)}>
        <bdi>{withoutDirectionMarks(title)}</bdi>
      </blockquote>
      {!isOwn && <p className="small quiet">{t('entering:preview.unproven')}</p>}
    </figure>
  );
}
