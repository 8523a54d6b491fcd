import { Clock, Globe, Link2, Repeat } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../../clocks';
import { MAX_NOTE_LENGTH } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Field } from '../components/field';
import { Icon } from '../components/icon';
import { NoticeHere } from '../components/notice-here';
import { Choice } from './choice';
import {
  freshPlan,
  lifetimes,
  problemsOf,
  repeated,
  timesOf,
  weeklyLifetimes,
  type PlanForm,
  type PlanProblem,
} from './plan';
import { fieldsOf } from '../../state/zone-time';
import { allZones, ownZone, zoneLabel } from './time-zones';

interface PlanDialogProps {
  onClose: () => void;
  /** It is made, and has this id. */
  onPlanned: (meeting: string) => void;
}

/** Makes a meeting and its link without starting it. */
export function PlanDialog({ onClose, onPlanned }: PlanDialogProps) {
  const { t } = useTranslation();
  const { planMeeting } = useActions();
  const formId = useId();
  const [form, setForm] = useState(() => freshPlan(systemClocks.wall(), ownZone()));
  const [problems, setProblems] = useState<PlanProblem[]>([]);
  const change = (some: Partial<PlanForm>): void => {
    setForm({ ...form, ...some });
    setProblems([]);
  };
  const problem = (...of: PlanProblem[]): string | undefined => {
    const found = problems.find((one) => of.includes(one));
    return found && t(`planning:problem.${found}`);
  };

  function submit(): void {
    const now = systemClocks.wall();
    const found = problemsOf(form, now);
    setProblems(found);
    const times = timesOf(form, now);
    if (found.length > 0 || times === null) return;
    const { title, zone, note, weekly } = form;
    planMeeting({ title: title.trim(), zone, note: note.trim(), weekly, ...times }, onPlanned);
  }

  return (
    <Dialog
      title={t('planning:title')}
      testId="plan"
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button kind="bare" data-testid="plan-cancel" onClick={onClose}>
            {t('planning:cancel')}
          </Button>
          <Button kind="main" type="submit" form={formId} className="push" data-testid="plan-submit">
            {t('planning:submit')}
          </Button>
        </>
      }
    >
      <NoticeHere />
      <form
        id={formId}
        className="plan"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="span">
          <Field
            label={t('planning:meetingTitle')}
            hint={t('planning:titleHint')}
            value={form.title}
            dir="auto"
            data-testid="plan-title"
            problem={problem('title-too-long')}
            onChange={(event) => {
              change({ title: event.target.value });
            }}
          />
        </div>
        <Field
          label={t('planning:day')}
          type="date"
          required
          value={form.day}
          min={fieldsOf(systemClocks.wall(), form.zone).day}
          data-testid="plan-day"
          problem={problem('past', 'no-time')}
          onChange={(event) => {
            change({ day: event.target.value });
          }}
        />
        <div className="plan-time">
          <Field
            label={t('planning:starts')}
            type="time"
            required
            value={form.time}
            data-testid="plan-time"
            aria-invalid={problem('past', 'no-time') !== undefined}
            onChange={(event) => {
              change({ time: event.target.value });
            }}
          />
          <ZoneChoice form={form} onChange={change} />
        </div>
        <RepeatChoice
          weekly={form.weekly}
          onChange={(weekly) => {
            change(repeated(form, weekly));
          }}
        />
        <div>
          <Choice
            label={t('planning:works')}
            icon={Link2}
            value={form.lifetime}
            testId="plan-works"
            problem={problem('too-far')}
            options={
              form.weekly
                ? weeklyLifetimes.map((value) => ({ value, text: t(`weekly:lifetime.${value}`) }))
                : lifetimes.map((value) => ({ value, text: t(`planning:lifetime.${value}`) }))
            }
            onChange={(lifetime) => {
              change({ lifetime });
            }}
          />
        </div>
        <p className="span notice">
          <Icon of={form.weekly ? Repeat : Clock} />
          <span role="status">{t(form.weekly ? 'weekly:text' : 'planning:zones')}</span>
        </p>
        <NoteField
          note={form.note}
          onChange={(note) => {
            change({ note });
          }}
        />
      </form>
    </Dialog>
  );
}

function RepeatChoice({ weekly, onChange }: { weekly: boolean; onChange: (weekly: boolean) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <span id={id}>{t('weekly:repeat')}</span>
      <div className="choices plan-repeat" role="radiogroup" aria-labelledby={id}>
        {[false, true].map((one) => (
          <label key={String(one)}>
            <input
              type="radio"
              name={id}
              checked={one === weekly}
              data-testid={one ? 'plan-weekly' : 'plan-once'}
              onChange={() => {
                onChange(one);
              }}
            />
            {t(one ? 'weekly:weekly' : 'weekly:once')}
          </label>
        ))}
      </div>
    </div>
  );
}

function ZoneChoice({ form, onChange }: { form: PlanForm; onChange: (change: Partial<PlanForm>) => void }) {
  const { t } = useTranslation();
  const [zones] = useState(allZones);
  const at = timesOf(form, 0)?.startsAt ?? systemClocks.wall();
  return (
    <Choice
      label={t('planning:zone')}
      icon={Globe}
      value={form.zone}
      testId="plan-zone"
      options={zones.map((zone) => ({
        value: zone,
        text: zone === form.zone ? zoneLabel(zone, at) : zone.replaceAll('_', ' '),
      }))}
      onChange={(zone) => {
        onChange({ zone });
      }}
    />
  );
}

function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field span">
      <label htmlFor={id}>{t('planning:note')}</label>
      <textarea
        id={id}
        className="input"
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        autoComplete="off"
        dir="auto"
        aria-describedby={`${id}-hint`}
        data-testid="plan-note"
        value={note}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p id={`${id}-hint`} className="row">
        <span className="grow">{t('planning:noteHint')}</span>
        <span className="digits">{t('planning:counted', { used: note.length, of: MAX_NOTE_LENGTH })}</span>
      </p>
    </div>
  );
}
