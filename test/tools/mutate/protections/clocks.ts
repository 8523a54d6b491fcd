import type { Protection } from '../protection';

const meeting = 'unit/shared/meeting/clocks.test.ts';

/** What lasts, by a clock that people set. */
export const clocks: readonly Protection[] = [
  {
    name: 'steady-clock-of-main',
    file: 'main/clocks.ts',
    find: 'steady: () => performance.now()',
    replace: 'steady: () => Date.now()',
    tests: ['unit/shared/clocks.test.ts'],
  },
  {
    name: 'lists-by-steady-clock',
    file: 'shared/meeting/group/roster-exchange.ts',
    find: 'new AwakeClock(ports.steady)',
    replace: 'new AwakeClock(ports.wall)',
    tests: [meeting],
    only: 'put right',
  },
  {
    name: 'sleep-is-no-silence',
    file: 'shared/meeting/group/awake-clock.ts',
    find: 'if (passed > SLEEP_MS)',
    replace: 'if (false)',
    tests: [meeting],
    only: 'like all others',
  },
  {
    name: 'half-open-by-steady-clock',
    file: 'shared/meeting/door/door-handshakes.ts',
    find: '    this.#answers = new RateLimit(ANSWERS_PER_SECOND, ports.steady);',
    replace:
      '    this.ports = { ...ports, steady: ports.wall }; this.#answers = new RateLimit(ANSWERS_PER_SECOND, ports.steady);',
    tests: [meeting],
    only: 'between its hello',
  },
  {
    name: 'removals-by-steady-clock',
    file: 'shared/meeting/session.ts',
    find: 'new Access(ledger, this.acquaintances, open, ports.steady)',
    replace: 'new Access(ledger, this.acquaintances, open, ports.wall)',
    tests: [meeting],
    only: 'a second removal',
  },
  {
    name: 'mailbox-by-steady-clock',
    file: 'main/rendezvous/dht/own-mailbox.ts',
    find: 'constructor(private readonly options: OwnMailboxOptions) {}',
    replace:
      'constructor(private readonly options: OwnMailboxOptions) { const { wall } = options.clocks; this.options = { ...options, clocks: { wall, steady: wall } }; }',
    tests: ['unit/main/rendezvous/dht/own-mailbox.test.ts'],
  },
];
