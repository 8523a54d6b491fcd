import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode, VolunteerView } from '../../state/contract';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { useActions } from '../context';
import { VolunteerCard } from './volunteer-card';

/** Servers that people run for others, each by one text. */
export function Volunteers({ volunteers }: { volunteers: readonly VolunteerView[] }) {
  const { t } = useTranslation();
  return (
    <section className="card stack volunteers" aria-label={t('volunteer:title')}>
      <div className="stack tight">
        <h2>{t('volunteer:title')}</h2>
        <p className="small quiet">{t('volunteer:text')}</p>
      </div>
      {volunteers.map((volunteer) => (
        <VolunteerCard key={volunteer.id} volunteer={volunteer} />
      ))}
      <AddVolunteer />
    </section>
  );
}

function AddVolunteer() {
  const { t } = useTranslation();
  const { addVolunteer } = useActions();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<ErrorCode | null>(null);

  async function add(): Promise<void> {
    const refusal = await addVolunteer(text);
    setProblem(refusal);
    // It holds the access secret: it is shown no longer than it must.
    if (refusal === null) setText((now) => (now === text ? '' : now));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={t('volunteer:field')}
        hint={t('volunteer:untested')}
        placeholder="vigil-volunteer:"
        dir="ltr"
        value={text}
        spellCheck={false}
        maxLength={4000}
        data-testid="volunteer-text"
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        after={
          <Button type="submit" data-testid="volunteer-add">
            {t('volunteer:test')}
          </Button>
        }
      />
      <p role="alert" className="field-problem">
        {problem !== null && (
          <span data-testid="volunteer-problem">
            {t('common:sentences', {
              first: t(`errors:${problem}.what`),
              second: t(`errors:${problem}.todo`),
            })}
          </span>
        )}
      </p>
    </form>
  );
}
