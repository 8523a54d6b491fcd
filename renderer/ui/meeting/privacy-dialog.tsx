import { Minus, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Icon } from '../components/icon';
import { YourLinks } from '../connection/connection-paths';
import { WhoCanRead } from './who-can-read';

interface PrivacyDialogProps {
  app: AppView;
  meeting: InsidePhase;
  onClose: () => void;
}

/** Who can decrypt this meeting, how it is encrypted, and what that does not promise. */
export function PrivacyDialog({ app, meeting, onClose }: PrivacyDialogProps) {
  const { t } = useTranslation();
  const paths = useSelected(({ paths }) => paths);
  return (
    <Dialog
      width="wide"
      title={t('connection:happening.title')}
      testId="happening-dialog"
      closeTestId="happening-close"
      onClose={onClose}
    >
      <Part title={t('connection:happening.who')}>
        <WhoCanRead meeting={meeting} />
      </Part>
      <Part title={t('connection:links.title')}>
        <YourLinks peers={meeting.peers} paths={paths} />
        <Unverified meeting={meeting} onClose={onClose} />
      </Part>
      <details className="privacy-part">
        <summary data-testid="technical-details">{t('connection:happening.how')}</summary>
        <HowSealed meeting={meeting} />
      </details>
      <Part title={t('connection:happening.trust')}>
        <Limits app={app} meeting={meeting} />
      </Part>
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="privacy-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A button that opens the verification of the first person who is not verified. */
function Unverified({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  const { openVerification } = useActions();
  const comparable = meeting.peers.filter(({ link, trust }) => link !== 'opening' && trust !== 'changed');
  const first = comparable.find(({ trust }) => trust !== 'verified');
  if (first === undefined) return null;
  return (
    <Button
      kind="line"
      data-testid="happening-verify"
      onClick={() => {
        onClose();
        openVerification(first.peerId);
      }}
    >
      {t('connection:happening.verify', { name: nameInText(t, first.name) })}
    </Button>
  );
}

function HowSealed({ meeting: { epoch } }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="facts">
        <dt>{t('connection:happening.handshake')}</dt>
        <dd className="ltr" translate="no">
          Noise XXhfs+psk3, 25519, ML-KEM-768, ChaChaPoly, BLAKE2b
        </dd>
        <dt>{t('connection:happening.frames')}</dt>
        <dd className="ltr" translate="no">
          AES-256-GCM, SFrame (RFC 9605)
        </dd>
        <dt>{t('connection:happening.epoch')}</dt>
        <dd className="digits" data-testid="epoch">
          {epoch === null ? t('connection:happening.epochNone') : t('connection:happening.epochValue', epoch)}
        </dd>
      </dl>
      <p className="small quiet">{t('connection:happening.epochText')}</p>
    </>
  );
}

function Limits({ app, meeting: { self } }: { app: AppView; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const limits = [
    'record',
    'verify',
    'computer',
    ...(app.privateMode.state === 'on' ? [] : [addressLimits[self.addressShownTo]]),
    'traffic',
    'audit',
  ] as const;
  return (
    <>
      <p>{t('connection:happening.trustText')}</p>
      <ul className="limits">
        {limits.map((limit) => (
          <li key={limit}>
            <Icon of={Minus} size="small" />
            {t(`connection:happening.limits.${limit}`)}
          </li>
        ))}
      </ul>
      {app.runtime === 'stand-in' && (
        <p className="notice warn">
          <Icon of={TriangleAlert} />
          {t('common:sentences', { first: t('home:runtime.title'), second: t('home:runtime.text') })}
        </p>
      )}
    </>
  );
}

/** Who sees the own address, by what the connections of this meeting do, whatever was switched since. */
const addressLimits = {
  everybody: 'address',
  verified: 'addressVerified',
  nobody: 'addressRelays',
} as const;
