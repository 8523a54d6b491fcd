import type { ReactNode } from 'react';
import { Avatar } from './avatar';
import { Name } from './name';

export interface Choosable {
  peerId: string;
  name: string;
  /** What they are, beside the name. */
  note?: string | undefined;
}

interface ChoosePeopleProps {
  legend: ReactNode;
  people: readonly Choosable[];
  chosen: ReadonlySet<string>;
  /** Of each box. */
  testId: string;
  /** Another set than before. */
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Some of those who are here, by a box each. */
export function ChoosePeople({ legend, people, chosen, testId, onChoose }: ChoosePeopleProps) {
  return (
    <fieldset className="choose-people">
      <legend className="over-line">{legend}</legend>
      {people.map(({ peerId, name, note }) => (
        <label key={peerId} className="choose-person">
          <Avatar name={name} size="small" />
          <span className="grow row">
            <Name of={name} />
            {note !== undefined && <span className="small quiet">{note}</span>}
          </span>
          <input
            type="checkbox"
            className="check"
            checked={chosen.has(peerId)}
            data-testid={testId}
            onChange={({ target: { checked } }) => {
              const next = new Set(chosen);
              if (checked) next.add(peerId);
              else next.delete(peerId);
              onChoose(next);
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
