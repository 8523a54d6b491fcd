/** What a volunteer says on the command line. */
import { parseArgs } from 'node:util';
import { MAX_VOLUNTEER_HOST } from '../../shared/volunteer/place';
import { canonicalTurnUrl } from '../../shared/wire/turn-url';

export const usage = `npm run volunteer -- --host ADDRESS [--relay] [--turn] [more]

  --host ADDRESS      the address or name by which others reach this computer
  --relay             helps people find each other (alone: both, with --turn)
  --turn              carries calls where two networks allow no direct way; needs coturn
  --listen ADDRESS    this computer's own address, where a router stands before it
  --relay-port 8443   by TLS
  --turn-port 3478    by UDP and TCP
  --tls-port 443      TURN by TLS
  --ports 49160-49999 by UDP, for what is carried
  --people 100        connections that are carried at once, in total
  --each 12           of them for one meeting; and relay connections of one address, times two
  --mbits 100         megabits a second that are carried, in total
  --state FOLDER      keeps certificate and access secret, so that the text stays the same
  --user NAME         started as root: gives up all rights but that of low ports
  --new-text          makes a new certificate and secret: the texts of before open nothing any more
  --check             checks and prints the text, and ends`;

export interface VolunteerOptions {
  host: string;
  listen: string | null;
  relay: boolean;
  turn: boolean;
  relayPort: number;
  turnPort: number;
  tlsPort: number;
  ports: { first: number; last: number };
  people: number;
  each: number;
  mbits: number;
  state: string | null;
  user: string | null;
  newText: boolean;
  check: boolean;
}

const number = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} is a number from ${least} to ${most}`);
  return value;
};
const port = (name: string, text: string): number => number(name, text, 1, 65_535);

/** Null: help is wanted. Throws Error in words for whoever typed it. */
export function readOptions(args: string[]): VolunteerOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ host: text, listen: text, state: text, user: text },
      ...{ relay: flag, turn: flag, help: flag, check: flag, 'new-text': flag },
      'relay-port': { ...text, default: '8443' },
      'turn-port': { ...text, default: '3478' },
      'tls-port': { ...text, default: '443' },
      ports: { ...text, default: '49160-49999' },
      people: { ...text, default: '100' },
      each: { ...text, default: '12' },
      mbits: { ...text, default: '100' },
    },
  });
  if (values.help) return null;
  const host = hostOf(values.host);
  const both = !values.relay && !values.turn;
  const [, first = '', last = ''] = /^(\d+)-(\d+)$/.exec(values.ports) ?? [];
  const options: VolunteerOptions = {
    host,
    listen: values.listen ?? null,
    relay: values.relay || both,
    turn: values.turn || both,
    relayPort: port('relay-port', values['relay-port']),
    turnPort: port('turn-port', values['turn-port']),
    tlsPort: port('tls-port', values['tls-port']),
    ports: { first: number('ports', first, 1024, 65_535), last: number('ports', last, 1024, 65_535) },
    people: number('people', values.people, 1, 10_000),
    each: number('each', values.each, 1, 1000),
    mbits: number('mbits', values.mbits, 1, 100_000),
    state: values.state ?? null,
    user: values.user ?? null,
    newText: values['new-text'],
    check: values.check,
  };
  if (options.ports.first > options.ports.last) throw new Error('--ports is FIRST-LAST');
  const used = [
    ...(options.relay ? [options.relayPort] : []),
    ...(options.turn ? [options.turnPort, options.tlsPort] : []),
  ];
  if (new Set(used).size < used.length) throw new Error('each part needs a port of its own');
  return options;
}

/** Lower case; IPv6 in brackets, as URLs have it. */
function hostOf(given = ''): string {
  const host = given.trim().toLowerCase();
  const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  try {
    canonicalTurnUrl(`turn:${bracketed}:1`);
  } catch {
    throw new Error('--host is the address or name by which others reach this computer');
  }
  if (bracketed.length > MAX_VOLUNTEER_HOST) throw new Error('that name is too long');
  return bracketed;
}
