/** Private mode of this run: what it allows, whether its promise can be kept now, and how it is changed. */
import { VigilError } from '../../shared/errors';
import type { PrivateModeView, SwitchableTransport } from '../../shared/ipc/connection';
import type { IceServers } from '../meeting/ice/ice-servers';
import { directly, type AgentFor } from '../rendezvous/nostr/relay-socket';
import { writeChoice, type Choice } from './choice';
import { privateIce } from '../meeting/ice/private-ice';
import { proxyAnswers } from './probe';
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
        return { state: 'on', proxy: proxyUrl(choice.proxy), answers: this.#answers };
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
