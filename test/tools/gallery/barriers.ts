import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** Serious and critical findings of axe, one line each. */
export async function barriersOn(page: Page, axeSource: string): Promise<string[]> {
  // Evaluated from outside: the page's own content security policy allows no such script.
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => {
      const places = violation.nodes.map(
        (node) => `${node.target.join(' ')} (${node.any[0]?.message ?? ''})`,
      );
      return `${violation.impact ?? ''} ${violation.id}: ${places.join('; ')}`;
    });
}

/** A window that scrolls as a whole, a button whose words do not fit, or a meeting's control that is out of sight. */
export async function overflowOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    const page = scrollWidth > clientWidth || scrollHeight > clientHeight ? ['the page scrolls'] : [];
    const boxes = [...document.querySelectorAll('main, .btn, .control, .chip, dialog, .card, .panel')];
    const cut = boxes
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `too narrow: ${box.className} "${box.textContent.slice(0, 40)}"`);
    const controls = [...document.querySelectorAll('.control')].filter((control) => {
      const { top, left, bottom, right } = control.getBoundingClientRect();
      return top < 0 || left < 0 || bottom > clientHeight || right > clientWidth;
    });
    const unseen = controls.map((control) => `out of sight: ${control.textContent}`);
    return [...page, ...cut, ...unseen];
  });
}
