/** Private mode of this run: what it allows, whether its promise can be kept now, and how it is changed. */
import { VigilError } from '../../shared/errors';
import type { PrivateModeView, SwitchableTransport, TurnReach } from '../../shared/ipc/connection';
import type { IceServers } from '../meeting/ice/ice-servers';
import { directly, type AgentFor } from '../rendezvous/nostr/relay-socket';
import { writeChoice, type Choice } from './choice';
import { placeOf, privateIce } from '../meeting/ice/private-ice';
import { proxyAnswers, proxyReaches } from './probe';
import { parseProxyAddress, proxyUrl } from './proxy-address';
import { noAgents, relayAgents, type AgentPorts } from './relay-agents';

export interface PrivateModeOptions extends AgentPorts {
  /** As it was at the start: Chromium holds to it until the end. */
  choice: Choice;
  /** The profile folder. */
  folder: string;
  /** Ends the app and starts it again. */
  restart: () => void;
  changed: () => void;
}

export class PrivateMode {
  #answers: boolean | null = null;
  /** `HOST:PORT` of TURN servers to which the proxy did not connect when it was last asked to. */
  readonly #unreached = new Set<string>();
  #isTrying = false;

  constructor(private readonly options: PrivateModeOptions) {}

  get isOff(): boolean {
    return this.options.choice.state === 'off';
  }

  get view(): PrivateModeView {
    const { choice } = this.options;
    switch (choice.state) {
      case 'off':
        return choice.proxy ? { state: 'off', proxy: proxyUrl(choice.proxy) } : { state: 'off' };
      case 'on':
        return {
          state: 'on',
          proxy: proxyUrl(choice.proxy),
          answers: this.#answers,
          unreached: [...this.#unreached],
        };
      case 'damaged':
        return { state: 'damaged' };
    }
  }

  /** Relays are reached by TCP; searching by UDP and on the local network goes past any proxy. */
  allows(transport: SwitchableTransport): boolean {
    const { state } = this.options.choice;
    return state === 'off' || (state === 'on' && transport === 'nostr');
  }

  /** For one meeting's relays. */
  relayAgents(): AgentFor {
    const { choice } = this.options;
    if (choice.state === 'off') return directly;
    return choice.state === 'on' ? relayAgents(choice.proxy, this.options) : noAgents;
  }

  /** Asks the proxy itself, and nobody through it. True while there is none to ask. */
  async check(): Promise<boolean> {
    const { choice } = this.options;
    if (choice.state !== 'on') return choice.state === 'off';
    const answers = await proxyAnswers(choice.proxy);
    if (answers !== this.#answers) {
      this.#answers = answers;
      this.options.changed();
    }
    return answers;
  }

  /**
   * A connection found no way by these servers: which of them does the proxy not reach? The view says it afterwards. One
   * round at a time: the window tries again and again.
   */
  async tryTurn(servers: IceServers): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    try {
      await Promise.all(servers.flatMap(({ urls }) => urls.map((url) => this.reach(url))));
    } finally {
      this.#isTrying = false;
    }
  }

  /** Whether the proxy connects to this TURN server; nothing is said to the server. */
  async reach(url: string): Promise<TurnReach> {
    const { choice } = this.options;
    if (choice.state !== 'on') return 'not-asked';
    const place = placeOf(url);
    if (place === null) return 'never';
    if (!(await this.check())) return 'no-proxy';
    const isReached = await proxyReaches(choice.proxy, place);
    const name = `${place.host.includes(':') ? `[${place.host}]` : place.host}:${String(place.port)}`;
    const isNews = isReached ? this.#unreached.delete(name) : !this.#unreached.has(name);
    if (!isReached) this.#unreached.add(name);
    if (isNews) this.options.changed();
    return isReached ? 'reached' : 'not-reached';
  }

  /**
   * Before anything is sent. Throws VigilError private-mode-damaged, private-mode-no-turn or private-mode-no-proxy.
   * @param offered all servers that this call could use.
   */
  async demand(offered: IceServers): Promise<void> {
    if (this.isOff) return;
    if (this.options.choice.state === 'damaged') throw new VigilError('private-mode-damaged');
    if (privateIce(offered).iceServers.length === 0) throw new VigilError('private-mode-no-turn');
    if (!(await this.check())) throw new VigilError('private-mode-no-proxy');
  }

  /** Throws VigilError proxy-address-invalid or private-mode-not-saved; then the app starts again. */
  async set(on: boolean, proxy: string): Promise<void> {
    await writeChoice(this.options.folder, on, parseProxyAddress(proxy));
    this.options.restart();
  }
}
