import { Check, Clock3, File, Lock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../state/contract';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import { isolated, nameInText } from '../text';
import { useClock } from '../time';
import { FileActs } from './file-acts';
import { stateWord, useSizes, type StateWord } from './file-words';

/** The end of a name is never cut: it says what kind of file it is. */
const ENDING = 8;
const shapes = { ok: Check, warn: Clock3, danger: TriangleAlert, quiet: null } as const;

/** A file that somebody offers, in the list of what was written. @param isSettled as in FileActs. */
export function FileRow({ file, isSettled }: { file: FileView; isSettled: boolean }) {
  const { t } = useTranslation();
  const { time } = useClock();
  const { size } = useSizes();
  const letters = Array.from(file.name);
  const { mine, from, to, at, state, receivers } = file;
  const word = stateWord(t, file, size);
  const isArriving = ['running', 'waiting', 'held-here', 'held-there', 'full', 'unwritable'].includes(state);
  const done = receivers.filter((one) => one.state === 'done').length;
  const other = to === null ? null : mine ? to : from;
  return (
    <article
      className={['message file', mine && 'mine', to !== null && 'private'].filter(Boolean).join(' ')}
      data-testid="file"
      data-state={state}
    >
      <p className="row tight small quiet message-head">
        {mine ? (
          <span className="unseen">{t('common:you')}</span>
        ) : (
          <b>
            <Name of={from.name} />
          </b>
        )}
        {other !== null && (
          <span className="row tight only-two">
            <Icon of={Lock} size="small" />
            <span className="cut">{t('speaking:chat.onlyYouAnd', { name: nameInText(t, other.name) })}</span>
          </span>
        )}
        <time>{time(at)}</time>
      </p>
      <div className="file-card">
        <div className="row">
          <Icon of={File} />
          <span className="file-name">
            <b title={file.name} data-testid="file-name">
              <bdi className="file-title">
                <span className="cut">{letters.slice(0, -ENDING).join('')}</span>
                <span>{letters.slice(-ENDING).join('')}</span>
              </bdi>
            </b>
            <span className="small quiet" data-testid="file-size">
              {mine && done > 0
                ? t('files:state.complete', { size: size(file.size), done, all: receivers.length })
                : size(file.size)}
            </span>
          </span>
          <FileActs file={file} isSettled={isSettled} />
        </div>
        {isArriving && file.wanted > 0 && <Progress file={file} />}
        {word !== null && <Word word={word} />}
      </div>
    </article>
  );
}

function Progress({ file: { name, bytes, wanted, state, speed } }: { file: FileView }) {
  const { t } = useTranslation();
  const sizes = useSizes();
  const percent = Math.floor((100 * bytes) / wanted);
  const isRunning = state === 'running';
  return (
    <>
      <div
        className={isRunning ? 'progress' : 'progress held'}
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={isolated(name)}
      >
        <i style={{ width: `${percent.toString()}%` }} />
      </div>
      {isRunning && (
        <p className="row small quiet digits" data-testid="file-pace">
          <span>
            {speed === null
              ? sizes.size(bytes)
              : t('files:pace', { done: sizes.size(bytes), speed: sizes.speed(speed) })}
          </span>
          {speed !== null && speed > 0 && (
            <span className="push">{t('files:left', { time: sizes.time((wanted - bytes) / speed) })}</span>
          )}
        </p>
      )}
    </>
  );
}

function Word({ word: { tone, text } }: { word: StateWord }) {
  const shape = shapes[tone];
  return (
    <p className={`small file-word ${tone}`} data-testid="file-word">
      {shape && <Icon of={shape} size="small" />}
      <span>{text}</span>
    </p>
  );
}
