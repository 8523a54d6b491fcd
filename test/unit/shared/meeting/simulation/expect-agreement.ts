import { expect } from 'vitest';
import type { Crowd } from './crowd';
import { playThrough, type Chapter } from './scenario';

/**
 * Fails with the chapters after which people did not agree again in time, and with what was wrong; and if honest people
 * said more than anybody may.
 */
export function expectAgreement(crowd: Crowd, chapters: readonly Chapter[]): void {
  const unsettled = playThrough(crowd, chapters).filter(({ seconds }) => seconds === null);
  expect(unsettled).toEqual([]);
  expect(crowd.all.filter(({ person }) => person.drops.has('member-flood'))).toEqual([]);
}
