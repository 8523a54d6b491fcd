/** How it goes with a file of a release, and what to do with it once it is checked. */
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReleasesView } from '../../state/contract';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { useActions } from '../context';
import { useSizes } from '../files/file-words';

const ways = {
  deb: 'deb',
  rpm: 'rpm',
  appimage: 'appimage',
  'tar.gz': 'archive',
  zip: 'archive',
  dmg: 'dmg',
  exe: 'exe',
} as const;

const wayOf = (kind: string): (typeof ways)[keyof typeof ways] | 'other' =>
  Object.hasOwn(ways, kind) ? ways[kind as keyof typeof ways] : 'other';

export function Getting({ getting }: { getting: ReleasesView['getting'] }) {
  return (
    <div role="status" data-testid="release-getting" data-state={getting.state}>
      <How getting={getting} />
    </div>
  );
}

function How({ getting }: { getting: ReleasesView['getting'] }) {
  const { t } = useTranslation();
  const { stopRelease, showRelease } = useActions();
  switch (getting.state) {
    case 'idle':
      return null;
    case 'reading':
      return <p>{t('updates:get.reading')}</p>;
    case 'running':
      return <Running {...getting} onStop={stopRelease} />;
    case 'failed':
      return (
        <p className="field-problem" data-why={getting.why}>
          {t(`updates:failed.${getting.why}`)}
        </p>
      );
    case 'checked':
      return (
        <NoticeBox
          title={t('updates:get.checked', { name: getting.name })}
          icon={CircleCheck}
          tone="plain"
          testId="release-checked"
        >
          <p>{t(`updates:how.${wayOf(getting.kind)}`)}</p>
          <Button kind="line" data-testid="release-show" onClick={showRelease}>
            {t('updates:get.show')}
          </Button>
        </NoticeBox>
      );
  }
}

interface RunningProps {
  name: string;
  bytes: number;
  size: number;
  onStop: () => void;
}

function Running({ name, bytes, size, onStop }: RunningProps) {
  const { t } = useTranslation();
  const { size: sized } = useSizes();
  return (
    <div className="row">
      <progress className="grow" aria-label={name} value={bytes} max={size} />
      <span className="small quiet">
        {t('updates:get.progress', { bytes: sized(bytes), size: sized(size) })}
      </span>
      <Button kind="line" data-testid="release-stop" onClick={onStop}>
        {t('updates:get.stop')}
      </Button>
    </div>
  );
}
