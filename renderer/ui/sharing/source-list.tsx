import { AppWindow, Monitor } from 'lucide-react';
import { useId } from 'react';
import type { ScreenSource } from '../../state/contract';
import { Icon } from '../components/icon';
import { withoutDirectionMarks } from '../text';
import { Thumbnail } from './thumbnail';

interface SourceListProps {
  label: string;
  sources: readonly ScreenSource[];
  labelOf: (source: ScreenSource, index: number) => string;
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** Windows or screens with their pictures; one of them is chosen. */
export function SourceList({ label, sources, labelOf, chosenId, onChoose }: SourceListProps) {
  const name = useId();
  return (
    <div className="thumbs" role="radiogroup" aria-label={label}>
      {sources.map((source, index) => {
        const title = withoutDirectionMarks(labelOf(source, index));
        return (
          <label key={source.id} className="thumb" title={title}>
            <input
              type="radio"
              name={name}
              checked={source.id === chosenId}
              data-testid="share-source"
              data-source={source.id}
              onChange={() => {
                onChoose(source.id);
              }}
            />
            <span className="shot">
              <Thumbnail bytes={source.thumbnail} />
            </span>
            <span className="thumb-name">
              <Icon of={source.source === 'window' ? AppWindow : Monitor} size="small" />
              <bdi className="cut">{title}</bdi>
            </span>
          </label>
        );
      })}
    </div>
  );
}
