/** News of releases: what is known, how more is got, and what becomes of it. */
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { useActions } from '../context';
import { Setting } from '../settings/settings-part';
import { isolated } from '../text';
import { useClock } from '../time';
import { AskPage } from './ask-page';
import { GetRelease } from './get-release';

/** Four digits at a time. */
export const inFours = (hex: string): string => (hex.match(/.{4}/g) ?? []).join(' ');

export function ReleaseNews({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { openReleaseFile } = useActions();
  const { releases } = app;
  const { keys, newest, build, standing, contradictions } = releases;
  const isPrivate = app.privateMode.state === 'on';
  return (
    <>
      <Setting title={t('updates:build.title')} text={t(`updates:build.${standing}`)}>
        <span className="digits ltr fingerprint" data-testid="own-build" data-standing={standing}>
          {inFours(build)}
        </span>
      </Setting>
      <div className="set release-news" data-testid="release-news">
        <h3>{t('updates:title')}</h3>
        {contradictions.map((version) => (
          <div key={version} role="alert">
            <NoticeBox title={t('updates:state.conflict', { version })} testId="release-contradiction">
              <p>{t('updates:state.conflictText')}</p>
            </NoticeBox>
          </div>
        ))}
        <Known app={app} />
        {keys === 'test' && <p className="warn-text">{t('updates:state.testKeys')}</p>}
        {keys !== 'none' && (
          <>
            <p>{t('updates:never')}</p>
            <div className="row">
              <Button data-testid="release-open" onClick={openReleaseFile}>
                {t('updates:open')}
              </Button>
            </div>
            <AskPage isAsking={releases.isAsking} isPrivate={isPrivate} />
            <Outcome outcome={releases.outcome} />
          </>
        )}
      </div>
      {newest?.isNewer === true && newest.files.length > 0 && (
        <GetRelease key={newest.version} newest={newest} getting={releases.getting} isPrivate={isPrivate} />
      )}
    </>
  );
}

function Known({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { date } = useClock();
  const { keys, newest } = app.releases;
  if (keys === 'none') return <p data-testid="release-known">{t('updates:state.noKeys')}</p>;
  if (!newest) return <p data-testid="release-known">{t('updates:state.none')}</p>;
  const { version, isNewer, isOver, issuedAt, expiresAt } = newest;
  return (
    <div className="stack tight" data-testid="release-known">
      <p className="strong">
        {isNewer
          ? t('updates:state.newer', { version, running: app.version })
          : t('updates:state.newest', { version })}
      </p>
      <p className={isOver ? 'warn-text' : undefined} data-testid="release-end">
        {isOver
          ? t('updates:state.over', { date: date(expiresAt) })
          : t('updates:state.issued', { date: date(issuedAt), until: date(expiresAt) })}
      </p>
    </div>
  );
}

function Outcome({ outcome }: { outcome: AppView['releases']['outcome'] }) {
  const { t } = useTranslation();
  const text = outcome && t(`updates:outcome.${outcome.outcome}`);
  const isGood = outcome?.outcome === 'accepted' || outcome?.outcome === 'known';
  return (
    <p
      role="status"
      className={isGood ? undefined : 'field-problem'}
      data-testid="release-outcome"
      data-outcome={outcome?.outcome}
    >
      {outcome?.from === null || !outcome
        ? text
        : t('updates:outcome.from', { name: isolated(outcome.from), outcome: text ?? '' })}
    </p>
  );
}
