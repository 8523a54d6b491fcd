import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TURN_SERVERS, type ErrorCode, type TurnServer } from '../../state/contract';
import { Button } from '../components/button';
import { Field } from '../components/field';

interface AddTurnProps {
  isFull: boolean;
  /** Null once it is in the list. */
  onAdd: (server: TurnServer) => Promise<ErrorCode | null>;
}

const nothing = { url: '', username: '', credential: '' };

export function AddTurn({ isFull, onAdd }: AddTurnProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nothing);
  const [problem, setProblem] = useState<ErrorCode | 'full' | null>(null);

  async function add(): Promise<void> {
    const refusal = isFull ? 'full' : await onAdd({ ...typed, enabled: true });
    setProblem(refusal);
    // What was typed since then stays.
    if (refusal === null) setTyped((now) => (now === typed ? nothing : now));
  }
  function type(change: Partial<typeof nothing>): void {
    setTyped({ ...typed, ...change });
    setProblem(null);
  }

  return (
    <form
      className="relay-add turn-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={t('turn:address')}
        hint={t('turn:addressHint', { count: MAX_TURN_SERVERS })}
        placeholder="turn.example.org"
        dir="ltr"
        value={typed.url}
        spellCheck={false}
        maxLength={256}
        data-testid="turn-add-url"
        onChange={(event) => {
          type({ url: event.target.value });
        }}
      />
      <div className="turn-login">
        <Field
          label={t('turn:username')}
          dir="ltr"
          value={typed.username}
          spellCheck={false}
          maxLength={256}
          data-testid="turn-add-username"
          onChange={(event) => {
            type({ username: event.target.value });
          }}
        />
        <Field
          type="password"
          label={t('turn:credential')}
          dir="ltr"
          value={typed.credential}
          maxLength={256}
          data-testid="turn-add-credential"
          onChange={(event) => {
            type({ credential: event.target.value });
          }}
          after={
            <Button type="submit" data-testid="turn-add">
              {t('settings:add')}
            </Button>
          }
        />
      </div>
      <p role="alert" className="field-problem">
        {problem !== null && <span data-testid="turn-error">{wordsFor(problem)}</span>}
      </p>
    </form>
  );

  function wordsFor(code: ErrorCode | 'full'): string {
    if (code === 'full') return t('turn:full');
    return t('common:sentences', { first: t(`errors:${code}.what`), second: t(`errors:${code}.todo`) });
  }
}
