/**
 * A static page that anybody can host: it opens Vigil with the invite that stands behind the `#` of its address, which
 * no server is told. It asks for nothing, and its policy would let nothing through.
 */
import { chooseLanguage } from '../locales/choose-language';
import { directionOf } from '../locales/direction';
import { inviteIn } from './invite-in';

declare global {
  const JOIN_KEYS: readonly string[];
  /** By language, in the order of the keys; English is there, and says what another language does not. */
  const JOIN_TEXTS: Record<string, readonly (string | null)[]>;
  /** The address where Vigil can be had; empty where whoever built the page named none. */
  const JOIN_DOWNLOAD: string;
}

const language = chooseLanguage(navigator.languages, ['en', ...Object.keys(JOIN_TEXTS)]);
document.documentElement.lang = language;
document.documentElement.dir = directionOf(language);

function say(key: string): string {
  const place = JOIN_KEYS.indexOf(key);
  return JOIN_TEXTS[language]?.[place] ?? JOIN_TEXTS['en']?.[place] ?? '';
}

function line(tag: 'h1' | 'h2' | 'p', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

function link(href: string, text: string, className = ''): HTMLElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  element.className = className;
  return element;
}

function whereToGet(): HTMLElement {
  if (JOIN_DOWNLOAD === '') return line('p', say('join-page:ask'));
  const text = line('p', `${say('join-page:get')} `);
  text.append(link(JOIN_DOWNLOAD, say('join-page:getHere')));
  return text;
}

function offer(invite: string): HTMLElement[] {
  return [
    line('h1', say('join-page:invited')),
    line('p', say('join-page:about')),
    link(invite, say('join-page:open'), 'open'),
    line('h2', say('join-page:nothing')),
    whereToGet(),
    line('p', say('join-page:paste')),
    line('p', say('join-page:unseen'), 'small'),
  ];
}

function show(): void {
  const invite = inviteIn(location.hash);
  const refused = [line('h1', say('join-page:refused')), line('p', say('join-page:refusedText'))];
  document.querySelector('main')?.replaceChildren(...(invite === null ? refused : offer(invite)));
}

addEventListener('hashchange', show);
show();
