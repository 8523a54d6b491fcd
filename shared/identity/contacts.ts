/**
 * Whom a person has met, and whom it has verified. Pure: each function gives a new list. A name proves nothing, so a
 * known name with another key is told apart from somebody new.
 */
import { equalPublic, toHex } from '../bytes';
import type { WallTime } from '../clocks';
import { looksAlike } from './name-key';

/**
 * verified: compared by this person. met: in a meeting before, never compared. new: never met. changed: shows the name
 * of somebody known, with another key; nothing is sent or shown until this person decides.
 */
export type Trust = 'verified' | 'met' | 'new' | 'changed';
export const waysOfVerifying = ['number', 'code', 'emoji', 'group'] as const;
export type VerifiedBy = (typeof waysOfVerifying)[number];

/** Those who were only met are forgotten when there are more: the longest unseen first. */
export const MAX_CONTACTS = 500;

export interface Contact {
  /** 32 bytes. */
  identity: Uint8Array;
  /** The own name for them. */
  name: string;
  calledThemselves: string;
  /** Times are Unix milliseconds. */
  verified: { by: VerifiedBy; at: number } | null;
  firstMetAt: number;
  lastMetAt: number;
}

export interface Acquaintance {
  trust: Trust;
  /** The own name for them, where it differs from the one shown. */
  contactName: string | null;
  /** A verified contact of this name is somebody else. */
  sharesNameWith: string | null;
}

/** What is known of somebody who shows this identity under this name. */
export function acquaintanceOf(
  contacts: readonly Contact[],
  identity: Uint8Array,
  name: string,
): Acquaintance {
  const known = find(contacts, identity);
  const others = contacts.filter((contact) => contact !== known && isCalled(contact, name));
  const sharesNameWith = others.find(({ verified }) => verified !== null)?.name ?? null;
  if (known) {
    const contactName = known.name === name ? null : known.name;
    return { trust: known.verified ? 'verified' : 'met', contactName, sharesNameWith };
  }
  return { trust: others.length > 0 ? 'changed' : 'new', contactName: null, sharesNameWith };
}

/** They are in a meeting with this person. */
export function afterMeeting(
  contacts: readonly Contact[],
  identity: Uint8Array,
  name: string,
  now: WallTime,
): Contact[] {
  const known = find(contacts, identity);
  if (known) return replace(contacts, known, { ...known, calledThemselves: name, lastMetAt: now });
  const fresh = { identity, name, calledThemselves: name, verified: null, firstMetAt: now, lastMetAt: now };
  return limited([...contacts, fresh]);
}

/** This person has compared with them. */
export function afterVerification(
  contacts: readonly Contact[],
  identity: Uint8Array,
  name: string,
  by: VerifiedBy,
  now: WallTime,
): Contact[] {
  const met = afterMeeting(contacts, identity, name, now);
  return met.map((contact) =>
    equalPublic(contact.identity, identity) ? { ...contact, verified: { by, at: now } } : contact,
  );
}

/**
 * The contact of this name has a new key, this one: nothing that was verified before holds for it. Others of the same
 * name stay as they are. Whom this person calls so comes first, then who was verified, then who was met last.
 */
export function afterKeyChange(
  contacts: readonly Contact[],
  identity: Uint8Array,
  name: string,
  now: WallTime,
): Contact[] {
  const others = contacts.filter((contact) => !equalPublic(contact.identity, identity));
  const rank = (one: Contact): number => (looksAlike(one.name, name) ? 2 : 0) + (one.verified ? 1 : 0);
  const [former] = others
    .filter((contact) => isCalled(contact, name))
    .sort((one, other) => rank(other) - rank(one) || other.lastMetAt - one.lastMetAt);
  if (!former) return afterMeeting(contacts, identity, name, now);
  const renewed = { ...former, identity, calledThemselves: name, verified: null, lastMetAt: now };
  return [...others.filter((contact) => contact !== former), renewed];
}

/**
 * Whoever of a file is unknown comes in as met, one identity once: as many as there is room for, whoever was met last
 * first. A file says nothing of the future.
 */
export function afterImport(
  contacts: readonly Contact[],
  file: readonly Contact[],
  now: WallTime,
): Contact[] {
  const known = new Set(contacts.map(({ identity }) => toHex(identity)));
  const fresh = new Map<string, Contact>();
  for (const contact of file.toSorted((one, other) => other.lastMetAt - one.lastMetAt)) {
    const id = toHex(contact.identity);
    if (known.has(id) || fresh.has(id) || contact.name === '') continue;
    const [firstMetAt, lastMetAt] = [Math.min(contact.firstMetAt, now), Math.min(contact.lastMetAt, now)];
    fresh.set(id, { ...contact, verified: null, firstMetAt, lastMetAt });
  }
  return [...contacts, ...[...fresh.values()].slice(0, Math.max(0, MAX_CONTACTS - contacts.length))];
}

function isCalled(contact: Contact, name: string): boolean {
  return looksAlike(contact.name, name) || looksAlike(contact.calledThemselves, name);
}

function find(contacts: readonly Contact[], identity: Uint8Array): Contact | undefined {
  return contacts.find((contact) => equalPublic(contact.identity, identity));
}

function replace(contacts: readonly Contact[], old: Contact, renewed: Contact): Contact[] {
  return contacts.map((contact) => (contact === old ? renewed : contact));
}

function limited(contacts: readonly Contact[]): Contact[] {
  const surplus = contacts.length - MAX_CONTACTS;
  if (surplus <= 0) return [...contacts];
  const forgettable = contacts
    .filter(({ verified }) => verified === null)
    .sort((one, other) => one.lastMetAt - other.lastMetAt)
    .slice(0, surplus);
  return contacts.filter((contact) => !forgettable.includes(contact));
}
