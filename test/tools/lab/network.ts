/** A running network: homes behind routers, and an internet with addresses for servers. */
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { banRules, type Ban } from './bans';
import { Namespaces, runStep } from './namespaces';
import {
  addressOf,
  namespacesOf,
  natRules,
  routerOf,
  stepsToMake,
  type LanPlan,
  type NatKind,
  type NetworkPlan,
} from './plan';

export class Network {
  readonly namespaces: Namespaces;

  constructor(readonly plan: NetworkPlan) {
    this.namespaces = new Namespaces(namespacesOf(plan));
    try {
      for (const step of stepsToMake(plan, this.namespaces.named)) runStep(step);
    } catch (error) {
      this.namespaces.end();
      throw error;
    }
  }

  lan(name: string): LanPlan {
    const lan = this.plan.lans.find((each) => each.name === name);
    if (!lan) throw new Error(`there is no network ${name}`);
    return lan;
  }

  addressOf(home: string): string {
    const lan = this.plan.lans.find(({ homes }) => homes.includes(home));
    if (!lan) throw new Error(`there is no computer ${home}`);
    return addressOf(lan, home);
  }

  /** New connections go by the other kind; those that stand keep their ports. */
  setNat(lan: string, kind: NatKind): void {
    this.namespaces.run(routerOf(lan), ['nft', '-f', '-'], natRules(kind));
  }

  /** What a network's router does not let through, instead of what it did not before. */
  ban(lan: string, bans: readonly Ban[]): void {
    this.namespaces.run(routerOf(lan), ['nft', '-f', '-'], banRules(bans));
  }

  /** A computer gets another address on its network. */
  move(lan: string, home: string, last: number): void {
    const { subnet } = this.lan(lan);
    const ip = (...args: string[]): string => this.namespaces.run(home, ['ip', ...args]);
    ip('address', 'flush', 'dev', 'eth0');
    ip('address', 'add', `${subnet}.${String(last)}/24`, 'dev', 'eth0');
    ip('route', 'add', 'default', 'via', `${subnet}.1`);
  }

  start(namespace: string, argv: readonly string[], options: SpawnOptions): ChildProcess {
    return this.namespaces.start(namespace, argv, options);
  }

  end(): void {
    this.namespaces.end();
  }
}
