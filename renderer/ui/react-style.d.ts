import 'react';

declare module 'react' {
  interface CSSProperties {
    '--columns'?: number;
    '--rows'?: number;
    /** Of one among them, from 1; a row of large tiles from 0. */
    '--column'?: number;
    '--row'?: number;
    /** How many tiles are in the rail. */
    '--beside'?: number;
    /** How far a slider is filled, in percent. */
    '--at'?: string;
  }
}
