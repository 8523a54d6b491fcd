import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_BYTES, MAX_TITLE_BYTES, type AppView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import type { PreviewPhase } from '../phases';
import { bytesOf, withoutDirectionMarks } from '../text';
import { useClock } from '../time';
import { Button } from '../components/button';
import { DeviceSelects } from '../devices/device-select';
import { isPrivateModeRefusal } from '../connection/private-mode-errors';
import { Field } from '../components/field';
import { PrivateModeRefused } from '../connection/private-mode-refused';
import { SwitchRow } from '../components/switch-row';

interface PreviewFormProps {
  app: AppView;
  meeting: PreviewPhase;
  heading: string;
  /** Of a new meeting: anyone with the link comes in unasked. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** By which name the others will see this person. */
  onShownName: (name: string) => void;
}

export function PreviewForm(props: PreviewFormProps) {
  const { app, meeting, heading, isOpen, onOpen, onShownName } = props;
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
  const [lendsTurn, setLendsTurn] = useState(false);
  const [asked, setAsked] = useState(false);
  const isHost = meeting.role === 'host';
  const isNew = isHost && !meeting.again;
  const hasTurn = app.settings.turn.some(({ enabled }) => enabled);
  const shownName = isThrowaway ? throwawayName : name;
  const isGivenAway = isThrowaway && shownName.trim() !== '' && shownName.trim() === app.settings.name;
  const nameProblem = problemOf(shownName);
  const titleIsTooLong = isNew && bytesOf(title.trim()) > MAX_TITLE_BYTES;

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
      className="stack wide"
      aria-label={heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="stack tight">
        <h1>{heading}</h1>
        <p className="small quiet">{t('entering:preview.expires', { when: clock.day(meeting.expiresAt) })}</p>
      </div>
      {!isNew && <InviteSays title={meeting.title} isOwn={meeting.again} />}
      <Field
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
      {!meeting.again && (
        <SwitchRow
          title={t('entering:preview.throwaway')}
          text={t('entering:preview.throwawayText')}
          on={isThrowaway}
          onSwitch={(on) => {
            setIsThrowaway(on);
            onShownName(on ? throwawayName : name);
          }}
          testId="preview-throwaway"
        />
      )}
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
      {isNew && (
        <SwitchRow
          title={t('entering:preview.open')}
          text={t('entering:preview.openText')}
          on={isOpen}
          onSwitch={onOpen}
          testId="preview-open"
        />
      )}
      {isNew && hasTurn && (
        <SwitchRow
          title={t('turn:lend')}
          text={t('turn:lendText')}
          on={lendsTurn}
          onSwitch={setLendsTurn}
          testId="preview-lend"
        />
      )}
      <DeviceSelects settings={app.settings} />
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
    </form>
  );

  function problemText(code: 'name-empty' | 'name-too-long' | 'title-too-long'): string {
    return t('common:sentences', { first: t(`errors:${code}.what`), second: t(`errors:${code}.todo`) });
  }
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
      <blockquote>
        <bdi>{withoutDirectionMarks(title)}</bdi>
      </blockquote>
      {!isOwn && <p className="small quiet">{t('entering:preview.unproven')}</p>}
    </figure>
  );
}
