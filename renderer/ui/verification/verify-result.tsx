import { Link, QrCode, ShieldQuestionMark } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Verification } from '../../state/verification';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { Dialog, OnlyAnswer } from '../components/dialog';
import { Emblem, StandingEmblem } from '../components/emblem';
import { ThreeLines } from '../components/three-lines';

type Result = Exclude<Verification, { step: 'comparing' | 'everyone' }>;
type Of<S extends Result['step']> = Extract<Result, { step: S }>;

interface VerifyResultProps {
  result: Result;
  /** Beside that somebody is verified. */
  aside: ReactNode;
  /** Who could be verified after that. */
  next: { name: string; onOpen: () => void } | undefined;
  /** Where this person can make a new link. */
  onReplaceLink: (() => void) | undefined;
}

export function VerifyResult({ result, aside, next, onReplaceLink }: VerifyResultProps) {
  switch (result.step) {
    case 'same':
      return <Same result={result} aside={aside} next={next} />;
    case 'differ':
      return <Differ result={result} onReplaceLink={onReplaceLink} />;
    case 'somebody-else':
      return <SomebodyElse result={result} />;
    case 'gone':
      return <Gone result={result} />;
  }
}

function Same({
  result: { name: shown, by },
  aside,
  next,
}: { result: Of<'same'> } & Pick<VerifyResultProps, 'aside' | 'next'>) {
  const { t } = useTranslation();
  const { closeVerification } = useActions();
  const name = nameInText(t, shown);
  return (
    <Dialog
      width={aside === false ? 'narrow' : 'list'}
      title={t('verification:verify.matched.title', { name })}
      lead={t(`verification:verify.matched.${by}`)}
      emblem={<StandingEmblem of="verified" tone="ok" />}
      testId="verify-matched"
      aside={aside}
      closesBeside={false}
      onClose={closeVerification}
      footer={
        next === undefined ? (
          <OnlyAnswer testId="verify-done" onAnswer={closeVerification}>
            {t('verification:verify.matched.done')}
          </OnlyAnswer>
        ) : (
          <div className="equal">
            <Button kind="line" data-testid="verify-done" onClick={closeVerification}>
              {t('verification:verify.matched.done')}
            </Button>
            <Button kind="main" data-testid="verify-next" onClick={next.onOpen}>
              {t('verify-list:next', { name: nameInText(t, next.name) })}
            </Button>
          </div>
        )
      }
    >
      <dl className="three">
        <div>
          <dt>{t('verification:verify.matched.means')}</dt>
          <dd>{t('verification:verify.matched.meansText', { name })}</dd>
        </div>
        {by === 'code' && (
          <div>
            <dt>{t('verification:verify.matched.mutual', { name })}</dt>
            <dd>{t('verification:verify.matched.mutualText', { name })}</dd>
          </div>
        )}
      </dl>
    </Dialog>
  );
}

/** That the numbers differ: one of the few things that may interrupt. */
function Differ({
  result: { name: shown, by },
  onReplaceLink,
}: {
  result: Of<'differ'>;
  onReplaceLink: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { closeVerification } = useActions();
  const name = nameInText(t, shown);
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={t(`verification:verify.mismatch.title.${by}`)}
      lead={t('verification:verify.mismatch.lead', { name })}
      emblem={<StandingEmblem of="changed" tone="danger" />}
      testId="verify-mismatch"
      onClose={() => undefined}
      footer={
        <>
          <Button
            kind={onReplaceLink ? 'bare' : 'main'}
            className={onReplaceLink ? undefined : 'push'}
            data-testid="verify-mismatch-close"
            onClick={closeVerification}
          >
            {t('common:close')}
          </Button>
          {onReplaceLink && (
            <Button
              kind="main"
              icon={Link}
              className="push"
              data-testid="verify-new-link"
              onClick={() => {
                closeVerification();
                onReplaceLink();
              }}
            >
              {t('verification:verify.mismatch.newLink')}
            </Button>
          )}
        </>
      }
    >
      <ThreeLines
        what={t(`verification:verify.mismatch.what.${by}`)}
        safe={<Trans i18nKey="verification:verify.mismatch.safe" components={{ b: <b /> }} />}
        todo={t('verification:verify.mismatch.todo', { name })}
      />
    </Dialog>
  );
}

function SomebodyElse({ result: { comparing, belongsTo } }: { result: Of<'somebody-else'> }) {
  const { t } = useTranslation();
  const { closeVerification, scanAgain } = useActions();
  const name = nameInText(t, comparing.name);
  const other = nameInText(t, belongsTo);
  return (
    <Dialog
      width="narrow"
      title={t('verification:verify.other.title', { other })}
      lead={t('verification:verify.other.lead', { name })}
      emblem={<Emblem of={ShieldQuestionMark} tone="warn" />}
      testId="verify-somebody-else"
      onClose={closeVerification}
      footer={
        <>
          <Button kind="bare" data-testid="verify-other-close" onClick={closeVerification}>
            {t('common:close')}
          </Button>
          <Button
            kind="main"
            className="push"
            icon={QrCode}
            data-testid="verify-scan-again"
            onClick={scanAgain}
          >
            {t('verification:verify.code.again')}
          </Button>
        </>
      }
    >
      <ThreeLines
        what={t('verification:verify.other.what', { other })}
        safe={t('verification:verify.other.safe')}
        todo={t('verification:verify.other.todo', { name })}
      />
    </Dialog>
  );
}

function Gone({ result: { name: shown, inEmoji } }: { result: Of<'gone'> }) {
  const { t } = useTranslation();
  const { closeVerification } = useActions();
  const name = nameInText(t, shown);
  return (
    <Dialog
      width="narrow"
      title={t('verification:verify.gone.title', { name })}
      testId="verify-gone"
      onClose={closeVerification}
      footer={
        <OnlyAnswer testId="verify-gone-close" onAnswer={closeVerification}>
          {t('common:close')}
        </OnlyAnswer>
      }
    >
      <p>{t('verification:verify.gone.text')}</p>
      {inEmoji && <p>{t('verification:verify.gone.inEmoji', { name })}</p>}
    </Dialog>
  );
}
