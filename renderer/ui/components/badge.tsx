/** What is known of a person: always a shape and a word, so that it reads without colour. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trust } from '../../state/contract';

const SHIELD = 'M12 2.8 19.5 5.5v6c0 4.7-3 8-7.5 9.7-4.5-1.7-7.5-5-7.5-9.7v-6z';

const shapes: Record<Trust, ReactNode> = {
  verified: (
    <>
      <path d={SHIELD} fill="currentColor" />
      <path d="m8.5 12 2.5 2.5 4.7-5" className="cut-out" />
    </>
  ),
  met: (
    <>
      <path d={SHIELD} />
      <path d="M9 12h6" />
    </>
  ),
  new: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeDasharray="3.2 2.7" />
      <path d="M12 8.5v7M8.5 12h7" />
    </>
  ),
  changed: (
    <>
      <path d="M12 3.5 21.5 20h-19z" fill="currentColor" />
      <path d="M12 10v4.5M12 17.2v.1" className="cut-out" />
    </>
  ),
};

export function StandingShape({ standing, size = 16 }: { standing: Trust; size?: number }) {
  return (
    <svg className="icon shape" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[standing]}
    </svg>
  );
}

export function StandingBadge({ standing }: { standing: Trust }) {
  const { t } = useTranslation();
  return (
    <span className={`badge standing-${standing}`}>
      <StandingShape standing={standing} />
      {t(`verification:badge.${standing}`)}
    </span>
  );
}
