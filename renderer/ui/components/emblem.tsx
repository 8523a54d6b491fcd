import type { LucideIcon } from 'lucide-react';
import type { Trust } from '../../state/contract';
import { StandingShape } from './badge';
import { Icon } from './icon';

type Tone = 'plain' | 'ok' | 'warn' | 'danger';

/** The shape at the head of a dialog, in a disc of its colour. */
export function Emblem({ of, tone = 'plain' }: { of: LucideIcon; tone?: Tone }) {
  return (
    <span className={tone === 'plain' ? 'emblem' : `emblem ${tone}`}>
      <Icon of={of} size="large" />
    </span>
  );
}

/** The same with the shape that stands for how somebody is known. */
export function StandingEmblem({ of, tone }: { of: Trust; tone: Tone }) {
  return (
    <span className={`emblem ${tone}`}>
      <StandingShape standing={of} size={32} />
    </span>
  );
}
