/** Troubles with links, and in meetings. */
export const meetingErrorsEn = {
  'link-not-vigil': {
    what: 'This is not an invite link of Vigil',
    safe: 'Yes. Nothing was opened and nothing was sent.',
    todo: 'Copy the whole link that you were given. It starts with vigil://join/ or has a # in it.',
  },
  'link-cut-off': {
    what: 'A piece of this link is missing',
    safe: 'Yes. Nothing was opened and nothing was sent.',
    todo: 'Copy the link again, from the first letter to the last. Chat apps sometimes cut long links.',
  },
  'link-altered': {
    what: 'This link has been changed on its way',
    safe: 'Not certain. A typing slip does this, and so does somebody who changes links. Nothing was sent.',
    todo: 'Ask for the link again by another way, for example by phone or in person.',
  },
  'link-expired': {
    what: 'This invite link has expired',
    safe: 'Yes. Nothing was opened and nothing was sent.',
    todo: 'Ask for a new link.',
  },
  'link-from-newer-version': {
    what: 'This link was made by a newer Vigil',
    safe: 'Yes. Nothing was opened and nothing was sent.',
    todo: 'Update Vigil, then open the link again.',
  },
  'link-too-long': {
    what: 'This text is too long to be an invite link',
    safe: 'Yes. Nothing was opened and nothing was sent.',
    todo: 'Copy only the link, without the text around it.',
  },
  'already-in-meeting': {
    what: 'You are already in a meeting',
    safe: 'Yes. The meeting goes on as before.',
    todo: 'Leave it first, then open the other one.',
  },
  'no-meeting': {
    what: 'There is no meeting any more',
    safe: 'Yes. Nothing was sent.',
    todo: 'Go home and start or join a meeting.',
  },
  'too-many-links': {
    what: 'This meeting has as many links for single people as it can have',
    safe: 'Yes. Nothing was changed.',
    todo: 'Use the link for everybody, or make a new meeting.',
  },
  'no-such-meeting': {
    what: 'This meeting is over, or was removed from this computer',
    safe: 'Yes. Nothing was sent.',
    todo: 'Make a new meeting and send its link.',
  },
  'meeting-record-damaged': {
    what: 'What this computer kept of the meeting is damaged',
    safe: 'Yes. Nothing was sent. Vigil does not guess what you had decided there.',
    todo: 'Make a new meeting and send its link.',
  },
  'no-such-knock': {
    what: 'Nobody knocks any more under this name',
    safe: 'Yes. Nobody was let in.',
    todo: 'Wait until there is a new knock.',
  },
  'no-such-peer': {
    what: 'This person is no longer here',
    safe: 'Yes. Nothing was sent.',
    todo: 'Wait until this person is back.',
  },
  'not-allowed': {
    what: 'You may not decide this here',
    safe: 'Yes. Nothing was changed.',
    todo: 'Ask the host, or a co-host, to do it.',
  },
  'cannot-sign': {
    what: 'Vigil could not sign this decision',
    safe: 'Yes. Nothing was changed: everything is as it was.',
    todo: 'Try again. If it stays, go on in a new meeting.',
  },
  'code-changed': {
    what: 'The group code has changed meanwhile',
    safe: 'Yes. Nobody was marked as verified.',
    todo: 'Somebody came or went. Read the new code to one another, from the first group.',
  },
  'name-empty': {
    what: 'There is no name yet',
    safe: 'Yes. Nothing was sent.',
    todo: 'Write a name. It can be any name.',
  },
  'name-too-long': {
    what: 'This name is too long',
    safe: 'Yes. Nothing was sent.',
    todo: 'Shorten it.',
  },
  'title-too-long': {
    what: 'This title is too long',
    safe: 'Yes. Nothing was sent.',
    todo: 'Shorten it.',
  },
} as const;
