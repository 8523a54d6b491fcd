/** The lines between the lab and a participant's agent, as JSON. */

export interface Order {
  id: number;
  name: string;
  argument: unknown;
}

export type Answer = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: string };
