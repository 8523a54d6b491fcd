import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../state/contract';
import { useSelected } from '../context';
import { useCalmNews } from '../speaking-up/use-calm-news';
import { isolated, nameInText } from '../text';
import { stateWord, useSizes } from './file-words';

/** Tells screen readers of files: offered, on its way, half of it, done, trouble. No percent otherwise. */
export function FileAnnouncer() {
  const { t } = useTranslation();
  const { size } = useSizes();
  const files = useSelected((snapshot) => snapshot.files);
  const news = useCalmNews(
    files.flatMap((file) => {
      const line = lineOf(t, file, size);
      return line === null ? [] : [{ id: `${file.id}:${stageOf(file)}`, line }];
    }),
  );
  return (
    <p className="unseen" aria-live="polite" data-testid="news-files">
      {news.length > 1
        ? `${news[0]?.line ?? ''} ${t('files:news.more', { count: news.length - 1 })}`
        : news[0]?.line}
    </p>
  );
}

const isHalf = ({ bytes, wanted }: FileView): boolean => wanted > 0 && 2 * bytes >= wanted;

function stageOf(file: FileView): string {
  return file.state === 'running' && isHalf(file) ? 'half' : file.state;
}

function lineOf(t: TFunction, file: FileView, size: (bytes: number) => string): string | null {
  const name = isolated(file.name);
  if (!file.mine && file.state === 'offered')
    return t('files:news.offered', { name: nameInText(t, file.from.name), file: name });
  if (file.state === 'running')
    return isHalf(file) ? t('files:news.half', { file: name }) : t('files:news.running', { file: name });
  const word =
    file.mine && file.state === 'done'
      ? t('files:state.complete', {
          size: size(file.size),
          done: file.receivers.filter(({ state }) => state === 'done').length,
          all: file.receivers.length,
        })
      : stateWord(t, file, size)?.text;
  return word === undefined ? null : t('files:news.state', { file: name, state: word });
}
