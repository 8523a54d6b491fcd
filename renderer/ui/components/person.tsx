import type { ReactNode } from 'react';
import type { Trust } from '../../state/contract';
import { Avatar } from './avatar';
import { StandingBadge } from './badge';
import { Name } from './name';

interface PersonProps {
  name: string;
  standing: Trust;
  /** Short, in the line of the badge. */
  facts?: ReactNode;
  /** Lines of their own. */
  children?: ReactNode;
}

/** Somebody in a list: letter, name, and how this person is known. */
export function Person(props: PersonProps) {
  return (
    <>
      <Avatar name={props.name} />
      <PersonLines {...props} />
    </>
  );
}

/** The same without the letter. */
export function PersonLines({ name, standing, facts, children }: PersonProps) {
  return (
    <div className="grow">
      <b className="row">
        <Name of={name} />
      </b>
      <span className="row small quiet person-facts">
        <StandingBadge standing={standing} />
        {facts}
      </span>
      {children}
    </div>
  );
}
