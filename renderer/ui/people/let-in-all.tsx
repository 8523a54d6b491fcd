import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnockView } from '../../state/contract';
import { Button } from '../components/button';
import { ConfirmDialog } from '../components/confirm-dialog';
import { Name } from '../components/name';
import { useSelected } from '../context';
import { allWaiting } from './knock-rows';
import { nameOf } from './knock-name';
import type { KnockChoices } from './use-knock-rows';

/** For the host alone, and asked about once more: most of them are strangers. */
export function LetInAll({ choices }: { choices: KnockChoices }) {
  const { t } = useTranslation();
  const isHost = useSelected(({ meeting }) => meeting.phase === 'inside' && meeting.rights === 'host');
  /** Those who stood there when it was asked. */
  const [askedAbout, setAskedAbout] = useState<readonly KnockView[] | null>(null);
  if (!isHost) return null;
  const waiting = allWaiting(choices.list.rows);
  const isOff = waiting.length < 2 || !choices.isSettled;
  const close = (): void => {
    setAskedAbout(null);
  };
  return (
    <>
      <Button
        kind="line"
        data-testid="knock-admit-all"
        aria-disabled={isOff}
        onClick={() => {
          if (!isOff) setAskedAbout(waiting);
        }}
      >
        {t('let-in-all:open')}
      </Button>
      {askedAbout && (
        <ConfirmDialog
          testId="knock-all"
          title={t('let-in-all:title', { count: askedAbout.length })}
          stay={t('let-in-all:cancel')}
          confirm={t('let-in-all:confirm', { count: askedAbout.length })}
          onConfirm={() => {
            choices.admitAll(askedAbout);
            close();
          }}
          onClose={close}
        >
          <Warnings askedAbout={askedAbout} choices={choices} />
        </ConfirmDialog>
      )}
    </>
  );
}

function Warnings({ askedAbout, choices }: { askedAbout: readonly KnockView[]; choices: KnockChoices }) {
  const { t } = useTranslation();
  const strangers = askedAbout.filter(({ trust }) => trust !== 'verified');
  const changed = choices.list.rows.filter(
    ({ knock, outcome }) => outcome === 'waiting' && knock.trust === 'changed',
  ).length;
  return (
    <>
      {strangers.length > 0 && (
        <>
          <p>
            <b>{t('let-in-all:unverified', { count: strangers.length })}</b>
          </p>
          <ul
            className="let-in-all"
            tabIndex={0}
            aria-label={t('alerts:knocks.unverified', { number: strangers.length })}
          >
            {strangers.map((knock) => (
              <li key={knock.knockId}>
                <Name of={nameOf(knock, t)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {changed > 0 && <p>{t('let-in-all:changed', { count: changed })}</p>}
      <p className="quiet">{t('let-in-all:later')}</p>
    </>
  );
}
