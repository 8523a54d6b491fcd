/** Those who ask to join: a few as cards, many one line each. */
import { Ban, Ellipsis } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnockView } from '../../state/contract';
import { isolated } from '../text';
import { Button } from '../components/button';
import { ConfirmDialog } from '../components/confirm-dialog';
import { Menu } from '../components/menu';
import { KnockCard } from './knock-card';
import { KnockLine } from './knock-line';
import { LetInAll } from './let-in-all';
import { groupsOf, mayLetInAll, type KnockRow } from './knock-rows';
import { nameOf } from './knock-name';
import type { KnockChoices } from './use-knock-rows';

type Question = { ask: 'block' | 'changed'; knock: KnockView } | null;

export function KnockList({ choices }: { choices: KnockChoices }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const [question, setQuestion] = useState<Question>(null);
  const { hold, nextRef } = choices;
  const { rows, isCompact } = choices.list;
  const isHeld = isPointedAt || hasFocus || question !== null;
  useEffect(() => {
    hold(isHeld);
    return () => {
      hold(false);
    };
  }, [isHeld, hold]);
  useEffect(() => {
    // The list has come here from elsewhere, and what had the focus there is gone.
    if (document.activeElement === document.body) focusName(box.current, nextRef.current);
  }, [nextRef]);
  if (rows.length === 0) {
    // What is removed from under the pointer says no goodbye.
    if (isPointedAt) setIsPointedAt(false);
    if (hasFocus) setHasFocus(false);
    if (question) setQuestion(null);
    return null;
  }

  const row = (one: KnockRow) => {
    const { knockId, trust } = one.knock;
    const props = {
      row: one,
      isSettled: choices.isSettled,
      onAdmit: () => {
        if (isCompact && trust === 'changed') {
          if (choices.isSettled) setQuestion({ ask: 'changed', knock: one.knock });
          return;
        }
        choices.admit(knockId);
        toNext(knockId);
      },
      onDeny: () => {
        choices.deny(knockId);
        toNext(knockId);
      },
      menu: (
        <Menu
          icon={Ellipsis}
          label={t('alerts:knocks.more', { name: isolated(nameOf(one.knock, t)) })}
          testId="knock-menu"
          items={[
            {
              id: 'block',
              icon: Ban,
              title: t('alerts:knocks.block'),
              text: t('alerts:knocks.blockText'),
              onChoose: () => {
                setQuestion({ ask: 'block', knock: one.knock });
              },
            },
          ]}
        />
      ),
    };
    return isCompact ? <KnockLine key={knockId} {...props} /> : <KnockCard key={knockId} {...props} />;
  };

  /** Whoever decides by keyboard goes on to the next one, and not to its button. */
  function toNext(knockId: string): void {
    if (!choices.isSettled) return;
    const waiting = rows.filter(({ outcome }) => outcome === 'waiting').map(({ knock }) => knock.knockId);
    const at = waiting.indexOf(knockId);
    nextRef.current = waiting[at + 1] ?? waiting[at - 1] ?? null;
    focusName(box.current, nextRef.current);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || inMenu(event.target)) return;
    const names = namesIn(box.current);
    const now = names.findIndex((name) => name.closest('li')?.contains(document.activeElement));
    event.preventDefault();
    names.at(now < 0 ? 0 : Math.max(0, Math.min(now + step, names.length - 1)))?.focus();
  }

  return (
    <div
      ref={box}
      className={isCompact ? 'knock-list compact' : 'knock-list'}
      data-testid="knock-list"
      onPointerEnter={() => {
        setIsPointedAt(true);
      }}
      onPointerLeave={() => {
        setIsPointedAt(false);
      }}
      onFocus={() => {
        setHasFocus(true);
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        setHasFocus(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
      }}
      onKeyDown={onKeyDown}
    >
      {isCompact ? (
        <Groups rows={rows} choices={choices} row={row} />
      ) : (
        <Cards rows={rows} choices={choices} row={row} />
      )}
      {question && (
        <KnockQuestion
          question={question}
          onClose={() => {
            setQuestion(null);
          }}
          onYes={() => {
            if (question.ask === 'block') choices.block(question.knock.knockId);
            else choices.admit(question.knock.knockId);
            setQuestion(null);
          }}
        />
      )}
    </div>
  );
}

interface PartProps {
  rows: readonly KnockRow[];
  choices: KnockChoices;
  row: (one: KnockRow) => ReactNode;
}

function Cards({ rows, choices, row }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      {mayLetInAll(rows) && (
        <div className="knock-head">
          <LetInVerified rows={rows} choices={choices} />
        </div>
      )}
      <ul className="knocks" aria-label={t('door:knock.heading')}>
        {rows.map(row)}
      </ul>
    </>
  );
}

function Groups({ rows, choices, row }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const [verified, unverified] = groupsOf(rows);
  const waiting = (group: readonly KnockRow[]): number =>
    group.filter(({ outcome }) => outcome === 'waiting').length;
  return (
    <>
      <div className="knock-head">
        <h3>{t('alerts:knocks.waiting', { number: waiting(rows) })}</h3>
        <span className="small quiet push">{t('alerts:knocks.longest')}</span>
        <LetInAll choices={choices} />
      </div>
      {verified.length > 0 && (
        <section className="knock-group verified" aria-labelledby={`${id}-verified`}>
          <div className="knock-head">
            <h4 id={`${id}-verified`}>{t('alerts:knocks.verified', { number: waiting(verified) })}</h4>
            <LetInVerified rows={rows} choices={choices} />
          </div>
          <ul>{verified.map(row)}</ul>
        </section>
      )}
      {unverified.length > 0 && (
        <section className="knock-group" aria-labelledby={`${id}-unverified`}>
          <div className="knock-head">
            <h4 id={`${id}-unverified`}>{t('alerts:knocks.unverified', { number: waiting(unverified) })}</h4>
            <span className="small quiet push">{t('alerts:knocks.oneByOne')}</span>
          </div>
          <ul>{unverified.map(row)}</ul>
        </section>
      )}
    </>
  );
}

/** Strangers only one by one: their names prove nothing. */
function LetInVerified({ rows, choices }: { rows: readonly KnockRow[]; choices: KnockChoices }) {
  const { t } = useTranslation();
  const waiting = groupsOf(rows)[0].filter(({ outcome }) => outcome === 'waiting');
  if (waiting.length < 2) return null;
  return (
    <Button
      kind="main"
      className="push"
      data-testid="knock-admit-verified"
      aria-disabled={!choices.isSettled}
      onClick={choices.admitVerified}
    >
      {t('alerts:knocks.letInVerified')}
    </Button>
  );
}

interface KnockQuestionProps {
  question: NonNullable<Question>;
  onYes: () => void;
  onClose: () => void;
}

function KnockQuestion({ question: { ask, knock }, onYes, onClose }: KnockQuestionProps) {
  const { t } = useTranslation();
  const name = isolated(nameOf(knock, t));
  const isBlock = ask === 'block';
  return (
    <ConfirmDialog
      testId={isBlock ? 'knock-block' : 'knock-changed'}
      title={isBlock ? t('alerts:knocks.blockTitle', { name }) : t('alerts:knocks.changedTitle', { name })}
      stay={t('alerts:knocks.cancel')}
      confirm={isBlock ? t('alerts:knocks.blockConfirm') : t('door:knock.admit')}
      onConfirm={onYes}
      onClose={onClose}
    >
      <p>{isBlock ? t('alerts:knocks.blockLong') : t('verification:trust.knockChanged', { name })}</p>
    </ConfirmDialog>
  );
}

function namesIn(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[data-knock-name]') ?? [])];
}

function focusName(box: HTMLElement | null, knockId: string | null): void {
  namesIn(box)
    .find(({ dataset }) => dataset['knockName'] === knockId)
    ?.focus();
}

function inMenu(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[popover], dialog') !== null;
}
