/** An invitation in words: what somebody who has never seen Vigil does with its link. */
import type { TFunction } from 'i18next';
import { withoutDirectionMarks } from '../text';
import { zoneLabel } from './time-zones';

interface InvitationFacts {
  title: string;
  planned: { startsAt: number; zone: string };
  open: boolean;
}

interface InvitationLinks {
  vigil: string;
  /** The same as the address of a page that opens Vigil; null where none is set. */
  page: string | null;
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

export function invitationText(
  t: TFunction,
  language: string,
  { title, planned, open }: InvitationFacts,
  { vigil, page }: InvitationLinks,
): string {
  const shownTitle = withoutDirectionMarks(title).trim();
  const steps =
    page === null
      ? [t('planning:text.get'), t('planning:text.paste'), vigil]
      : [t('web-page:openPage'), page];
  return [
    ...(shownTitle === '' ? [] : [shownTitle]),
    whenIn(planned.zone, planned.startsAt, language),
    '',
    ...steps,
    '',
    t(open ? 'planning:text.open' : 'planning:text.asks'),
  ].join('\n');
}
