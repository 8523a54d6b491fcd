import {
  CircleCheck,
  CircleMinus,
  CirclePause,
  Ellipsis,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../components/icon';

type Tone = 'ok' | 'warn' | 'plain';
export type TransportMark = 'works' | 'silent' | 'trying' | 'resting' | 'off';

const marks: Record<TransportMark, { icon: LucideIcon; tone: Tone }> = {
  works: { icon: CircleCheck, tone: 'ok' },
  silent: { icon: TriangleAlert, tone: 'warn' },
  trying: { icon: Ellipsis, tone: 'plain' },
  resting: { icon: CirclePause, tone: 'plain' },
  off: { icon: CircleMinus, tone: 'plain' },
};

interface TransportRowProps {
  name: string;
  /** What it is, in plain words. */
  text: string;
  icon: LucideIcon;
  mark: TransportMark;
  state: string;
  /** When it was last heard of, and how fast it answered. */
  detail?: string | undefined;
  /** What failed, and why. */
  trouble?: string | undefined;
  testId: string;
  control?: ReactNode;
  children?: ReactNode;
}

/** One way to find each other: what it is, how it does, and its switch. */
export function TransportRow(props: TransportRowProps) {
  const { name, text, icon, mark, state, detail, trouble, testId, control, children } = props;
  return (
    <li data-testid={testId} data-state={mark}>
      <div className="transport">
        <Icon of={icon} />
        <div className="grow">
          <h3>{name}</h3>
          <p className="sub">{text}</p>
        </div>
        <div className="transport-state">
          <span className={`badge ${marks[mark].tone}`}>
            <Icon of={marks[mark].icon} size="small" />
            {state}
          </span>
          {detail !== undefined && <span className="sub digits">{detail}</span>}
        </div>
        <div className="transport-switch">{control}</div>
      </div>
      {trouble !== undefined && <p className="sub transport-more">{trouble}</p>}
      {children}
    </li>
  );
}
