import type { ReactNode } from 'react';

/** An empty list says what would be in it, and offers to begin. */
export function NothingYet(props: { title: string; text: string; testId: string; children: ReactNode }) {
  return (
    <div className="nothing-yet" data-testid={props.testId}>
      <h3>{props.title}</h3>
      <p className="small quiet">{props.text}</p>
      <div className="row">{props.children}</div>
    </div>
  );
}
