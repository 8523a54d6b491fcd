/** An invitation in words: what somebody who has never seen Vigil does with its link. */
import type { TFunction } from 'i18next';
import { withoutDirectionMarks } from '../text';
import { zoneLabel } from './time-zones';

export interface InvitationFacts {
  title: string;
  planned: { startsAt: number; zone: string };
  open: boolean;
  link: string;
}

/** Day and time as clocks show them there. */
export function whenIn(zone: string, at: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone,
  });
  return `${format.format(at)}, ${zoneLabel(zone, at)}`;
}

export function invitationText(t: TFunction, language: string, facts: InvitationFacts): string {
  const { planned, open, link } = facts;
  const title = withoutDirectionMarks(facts.title).trim();
  return [
    ...(title === '' ? [] : [title]),
    whenIn(planned.zone, planned.startsAt, language),
    '',
    t('planning:text.get'),
    t('planning:text.paste'),
    link,
    '',
    t(open ? 'planning:text.open' : 'planning:text.asks'),
  ].join('\n');
}
