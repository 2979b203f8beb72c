import type { Random } from './random.ts';
import type { PaperWords } from './read-words.ts';
import { type ClassStyle, type Framework, markElement, nameElement, writeText } from './style-names.ts';

/** What a site begs for. */
export type Begging = 'newsletter' | 'subscribe' | 'donate' | 'app';
/** How it does: with a field, by a button, in a line of text, or in another site's frame. */
export type Shape = 'form' | 'box' | 'line' | 'frame';

export interface Makeup {
  style: ClassStyle;
  framework: Framework;
  words: PaperWords;
}

const TARGETS: Readonly<Record<Begging, readonly string[]>> = {
  newsletter: ['/newsletters', '/letters/morning', '#', '/account/mail'],
  subscribe: ['/subscribe', 'https://shop.courier.example/plans', '/offers/spring', '/checkout'],
  donate: ['/donate', '/support', 'https://give.example/courier', '/checkout?plan=gift'],
  app: ['https://apps.apple.com/app/id1', 'https://play.google.com/store/apps/details?id=x', '/apps'],
};

const FIELDS = [
  '<input type="email" placeholder="EMAIL">',
  '<label>EMAIL <input type="email" name="EMAIL_1"></label>',
  '<input type="text" name="email" placeholder="EMAIL"><input type="text" name="b_1" tabindex="-1" aria-hidden="true">',
  '<div><label for="f1">EMAIL</label><input id="f1" type="text" autocomplete="email"></div>',
];

const TAGS = ['div', 'section', 'aside', 'div', 'div'];

/** One block that begs; its outermost element has `data-made`. */
export function makeClutter(random: Random, makeup: Makeup, begging: Begging, shape: Shape): string {
  const { words, framework, style } = makeup;
  const asked = words[begging];
  const say = (text: string): string => writeText(random, framework, text);
  const open = (tag: string, about?: string): string =>
    `<${tag}${nameElement(random, style, about)}${markElement(random, framework)}>`;
  const made = `data-made="${begging}-${shape}"`;
  const target = random.pick(TARGETS[begging]);
  const button = random.pick(asked.button);
  const cta = random.chance(0.3)
    ? `<button>${say(button)}</button>`
    : `<a href="${target}">${say(button)}</a>`;
  const line = random.pick(asked.line);
  if (shape === 'line') {
    const text = random.chance(0.5) ? `<a href="${target}">${say(line)}</a>` : say(line);
    return `<p ${made}${nameElement(random, style)}>${random.chance(0.4) ? `<em>${text}</em>` : text}</p>`;
  }
  if (shape === 'frame')
    return `<div ${made}><iframe src="https://courier.substack.com/embed" title="x"></iframe></div>`;
  const head =
    asked.head !== undefined && random.chance(0.6) ? `<h3>${say(random.pick(asked.head))}</h3>` : '';
  const note =
    asked.note !== undefined && random.chance(0.5) ? `<small>${say(random.pick(asked.note))}</small>` : '';
  const field = random.pick(FIELDS).replaceAll('EMAIL', words.email);
  const form = `<form${random.chance(0.3) ? ' action="/api/v2/submit"' : ''}>${field}<button>${button}</button></form>`;
  let inside = `${head}${open('p')}${say(line)}</p>${shape === 'form' ? form : cta}${note}`;
  for (let depth = random.below(4); depth > 0; depth--) inside = `${open('div')}${inside}</div>`;
  const tag = random.pick(TAGS);
  const outer = open(tag, begging).replace(/^<(\w+)/, `<$1 ${made}`);
  return `${outer}${inside}</${tag}>`;
}
