import { useTranslation } from 'react-i18next';
import { usePaths } from '../context';
import { isolated } from '../text';

/** By what path the link to somebody goes, in a word or two. */
export function PathWord({ peerId }: { peerId: string }) {
  const { t } = useTranslation();
  const path = usePaths().get(peerId);
  if (path === undefined) return null;
  const { kind, rttMs, turnHost } = path;
  const server = turnHost ?? null;
  const time = rttMs === null ? '' : t('turn:path.milliseconds', { ms: Math.round(rttMs) });
  const title = [server === null ? '' : t('turn:path.relayedBy', { server: isolated(server) }), time]
    .filter(Boolean)
    .join(', ');
  return (
    <span className="cut" title={title} data-testid="member-path" data-path={kind}>
      {t(`turn:path.${kind}`)}
    </span>
  );
}
