import type { LanguageCode } from '../../../../utils/languages/language-code.ts';
import { type Begging, type Makeup, makeClutter, type Shape } from './make-clutter.ts';
import { makeLookAlike } from './make-look-alike.ts';
import { Random } from './random.ts';
import { MADE_LANGUAGES, PAPERS } from './read-words.ts';
import { CLASS_STYLES, FRAMEWORKS, markElement, nameElement, writeText } from './style-names.ts';

/** Where a block stands. */
export const PLACES = ['top', 'inside', 'last', 'after', 'beside', 'footer', 'dialog', 'bar'] as const;
export type Place = (typeof PLACES)[number];

/** One invented page; what begs in it has `data-made`, what must stay `data-kept`. */
export interface MadePage {
  lang: LanguageCode;
  title: string;
  /** The inside of the body. */
  html: string;
  /** Blocks that come late: each is put behind the element that its selector finds. */
  late: { html: string; behind: string }[];
}

const BEGGING: readonly Begging[] = ['newsletter', 'newsletter', 'subscribe', 'donate', 'app'];
const SHAPES: readonly Shape[] = ['form', 'box', 'box', 'line', 'frame'];

function chooseShape(random: Random, begging: Begging, place: Place): Shape {
  const shape = random.pick(SHAPES);
  if (begging !== 'newsletter' && (shape === 'form' || shape === 'frame')) return 'box';
  return shape === 'line' && place !== 'inside' && place !== 'last' ? 'box' : shape;
}

/** Makes one page out of a seed: language, style of names, framework, article, blocks and look-alikes. */
export function makePage(seed: number): MadePage {
  const random = new Random(seed);
  const lang = random.pick(MADE_LANGUAGES);
  const words = PAPERS[lang];
  const makeup: Makeup = { words, style: random.pick(CLASS_STYLES), framework: random.pick(FRAMEWORKS) };
  const keep = (text: string, tag = 'p'): string =>
    `<${tag} data-kept="prose"${nameElement(random, makeup.style)}${markElement(random, makeup.framework)}>${writeText(random, makeup.framework, text)}</${tag}>`;
  const parts = words.prose.map((text) => keep(text));
  for (const text of random.some(words.told, random.below(3)))
    parts.splice(1 + random.below(parts.length), 0, keep(text).replace('"prose"', '"told"'));
  if (random.chance(0.6)) parts.splice(2, 0, makeLookAlike(random, makeup));
  const at: Record<Place, string> = {
    top: '',
    inside: '',
    last: '',
    after: '',
    beside: '',
    footer: '',
    dialog: '',
    bar: '',
  };
  const late: MadePage['late'] = [];
  for (const place of random.some(PLACES, 1 + random.below(4))) {
    const begging = random.pick(BEGGING);
    const block = makeClutter(random, makeup, begging, chooseShape(random, begging, place));
    if (random.chance(0.25) && (place === 'inside' || place === 'after'))
      late.push({ html: block, behind: place === 'inside' ? '[data-kept="prose"]' : 'main' });
    else at[place] = block;
  }
  if (at.inside !== '') parts.splice(1 + random.below(parts.length - 1), 0, at.inside);
  const title = (words.prose[0] ?? '').split(/[,،]/)[0] ?? '';
  const open = (tag: string): string =>
    `<${tag}${nameElement(random, makeup.style)}${markElement(random, makeup.framework)}>`;
  let text = parts.join('') + at.last;
  for (let depth = random.below(3); depth > 0; depth--) text = `${open('div')}${text}</div>`;
  const tag = random.pick(['article', 'div', 'section']);
  const dialog =
    at.dialog === ''
      ? ''
      : `<div role="dialog" aria-modal="true" style="position:fixed;inset:0">${at.dialog}</div>`;
  const bar = at.bar === '' ? '' : `<div style="position:fixed;bottom:0;left:0;right:0">${at.bar}</div>`;
  const html = `<header><nav><a href="/">The Courier</a> <a href="/valley">Valley</a></nav></header>${at.top}
<main><${tag}><h1 data-kept="headline">${title}</h1>${open('div')}${text}</div></${tag}></main>
${at.after}${at.beside === '' ? '' : `<aside>${at.beside}</aside>`}${bar}<footer>${at.footer}<p>The Courier, Mill Lane 4</p></footer>${dialog}`;
  return { lang, title, html, late };
}
