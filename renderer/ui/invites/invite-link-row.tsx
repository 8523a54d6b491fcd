import { Ban, Copy, Eye, EyeOff, FileDown, Globe } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMeetingView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { isolated, withoutDirectionMarks } from '../text';
import { Button, IconButton } from '../components/button';
import { QrPicture } from '../qr/qr-picture';

type PersonalLink = OwnMeetingView['personal'][number];

interface InviteLinkRowProps {
  meeting: OwnMeetingView;
  /** null: the one for everybody. */
  link: PersonalLink | null;
}

export function InviteLinkRow({ meeting: { id: meeting, isRunning }, link }: InviteLinkRowProps) {
  const { t } = useTranslation();
  const { copyLink, revealLink, saveLink, closeLink } = useActions();
  const hasPage = useSelected(({ app }) => app !== null && app.settings.invitePage !== '');
  const [shown, setShown] = useState<string | null>(null);
  const [isClosing, setIsClosing] = useState(false);
  const id = link?.id ?? null;
  const label = withoutDirectionMarks(link?.label ?? '').trim();
  const name = isolated(label === '' ? t('invites:noName') : label);
  async function toggle(): Promise<void> {
    setShown(shown === null ? await revealLink(meeting, id) : null);
  }
  const showLabel = link === null ? t('invites:showGeneral') : t('invites:show', { name });
  const toggleIcon = shown === null ? Eye : EyeOff;
  return (
    <li data-testid={link === null ? 'invite-general' : 'invite-personal'} data-closed={link?.closed}>
      <div className="row">
        {link === null ? (
          <>
            <Button
              icon={Copy}
              data-testid="invite-copy"
              onClick={() => {
                copyLink(meeting, null);
              }}
            >
              {t('invites:copyGeneral')}
            </Button>
            {hasPage && (
              <Button
                kind="line"
                icon={Globe}
                data-testid="invite-copy-page"
                onClick={() => {
                  copyLink(meeting, null, 'page');
                }}
              >
                {t('web-page:copy')}
              </Button>
            )}
            <Button
              kind="line"
              icon={toggleIcon}
              aria-expanded={shown !== null}
              data-testid="invite-show"
              onClick={() => void toggle()}
            >
              {shown === null ? showLabel : t('invites:hide')}
            </Button>
          </>
        ) : (
          <>
            <div className="grow">
              <b className="cut">
                <bdi>{label === '' ? t('invites:noName') : label}</bdi>
              </b>
              <span className="small quiet">{t(link.closed ? 'invites:isClosed' : 'invites:isOpen')}</span>
            </div>
            {!link.closed && (
              <>
                <Button
                  icon={Copy}
                  aria-label={t('invites:copy', { name })}
                  data-testid="invite-copy"
                  onClick={() => {
                    copyLink(meeting, id);
                  }}
                >
                  {t('invites:copyGeneral')}
                </Button>
                {hasPage && (
                  <IconButton
                    icon={Globe}
                    label={t('web-page:copyFor', { name })}
                    data-testid="invite-copy-page"
                    onClick={() => {
                      copyLink(meeting, id, 'page');
                    }}
                  />
                )}
                <IconButton
                  icon={toggleIcon}
                  label={shown === null ? showLabel : t('invites:hide')}
                  aria-expanded={shown !== null}
                  data-testid="invite-show"
                  onClick={() => void toggle()}
                />
                <IconButton
                  icon={Ban}
                  label={t('invites:close', { name })}
                  data-testid="invite-close"
                  aria-expanded={isClosing}
                  onClick={() => {
                    setIsClosing(!isClosing);
                  }}
                />
              </>
            )}
          </>
        )}
      </div>
      {isClosing && link?.closed === false && (
        <CloseLink
          name={name}
          text={t(isRunning ? 'invites:closeText' : 'invites:closeLaterText')}
          onStay={() => {
            setIsClosing(false);
          }}
          onClose={() => {
            closeLink(meeting, link.id);
          }}
        />
      )}
      {shown !== null && link?.closed !== true && (
        <ShownLink
          text={shown}
          onSave={() => {
            saveLink(meeting, id);
          }}
        />
      )}
    </li>
  );
}

interface CloseLinkProps {
  name: string;
  text: string;
  onStay: () => void;
  onClose: () => void;
}

/** A link that is closed stays closed: asked once, where it stands. */
function CloseLink({ name, text, onStay, onClose }: CloseLinkProps) {
  const { t } = useTranslation();
  return (
    <div className="row" role="group" aria-label={t('invites:close', { name })}>
      <p className="grow small">{text}</p>
      <Button data-testid="invite-close-stay" onClick={onStay}>
        {t('invites:closeStay')}
      </Button>
      <Button kind="danger" data-testid="invite-close-confirm" onClick={onClose}>
        {t('invites:closeConfirm')}
      </Button>
    </div>
  );
}

function ShownLink({ text, onSave }: { text: string; onSave: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="shown-link">
      <QrPicture text={text} label={t('invites:code')} testId="invite-code" />
      <div className="stack">
        <p className="small">{t('invites:care')}</p>
        <p className="invite-link ltr" tabIndex={0} role="group" aria-label={t('invites:text')}>
          <code data-testid="invite-text">{text}</code>
        </p>
        <div className="row">
          <Button kind="line" icon={FileDown} data-testid="invite-save" onClick={onSave}>
            {t('invites:saveFile')}
          </Button>
        </div>
      </div>
    </div>
  );
}
