import type { Random } from './random.ts';

/** How the authors of a site name the parts of its pages. */
export type ClassStyle = 'none' | 'bem' | 'utilities' | 'modules' | 'hashed' | 'telling' | 'blocks';

export const CLASS_STYLES: readonly ClassStyle[] = [
  'none',
  'bem',
  'utilities',
  'modules',
  'hashed',
  'telling',
  'blocks',
];

const PARTS = ['card', 'panel', 'slice', 'module', 'rail', 'stack', 'tile'];
const ELEMENTS = ['inner', 'body', 'wrap', 'row', 'cell', 'copy'];
const UTILITIES = [
  'mt-4',
  'p-6',
  'flex',
  'rounded-lg',
  'bg-stone-100',
  'text-sm',
  'md:w-1/2',
  'gap-2',
  'border-t',
];
const TELLING: Readonly<Record<string, readonly string[]>> = {
  newsletter: ['newsletter-signup', 'nl-box newsletter', 'c-newsletter-promo'],
  subscribe: ['subscribe-banner', 'subscription-offer', 'promo subscribe'],
  donate: ['donate-box', 'c-donation', 'support-us'],
  app: ['app-banner', 'app-download', 'get-app'],
};

const scramble = (random: Random, length: number): string =>
  Array.from({ length }, () => random.pick([...'abcdefghkmnpqrstuvwxyz0123456789'])).join('');

/** The attributes of one element; `about` is what it is for, where its names may say so. */
export function nameElement(random: Random, style: ClassStyle, about?: string): string {
  switch (style) {
    case 'none':
      return '';
    case 'bem':
      return ` class="c-${random.pick(PARTS)}__${random.pick(ELEMENTS)} c-${random.pick(PARTS)}--wide"`;
    case 'utilities':
      return ` class="${random.some(UTILITIES, 4).join(' ')}"`;
    case 'modules':
      return ` class="${random.pick(PARTS)}_${random.pick(ELEMENTS)}__${scramble(random, 5)}"`;
    case 'hashed':
      return ` class="css-${scramble(random, 6)} e${scramble(random, 7)}"`;
    case 'blocks':
      return ` class="wp-block-${random.pick(['group', 'columns', 'cover'])} is-layout-flow"`;
    case 'telling':
      return about === undefined
        ? ` class="${random.pick(PARTS)}"`
        : ` class="${random.pick(TELLING[about] ?? ['box'])}"`;
  }
}

/** What a framework leaves on its elements. */
export type Framework = 'none' | 'react' | 'vue' | 'angular';
export const FRAMEWORKS: readonly Framework[] = ['none', 'react', 'vue', 'angular'];

export function markElement(random: Random, framework: Framework): string {
  if (framework === 'vue') return ` data-v-${scramble(random, 8)}=""`;
  if (framework === 'angular') return ` _ngcontent-ng-c${random.below(1e9)}=""`;
  return '';
}

/** React parts texts that are put together by comments. */
export function writeText(random: Random, framework: Framework, text: string): string {
  if (framework !== 'react' || !random.chance(0.4)) return text;
  const space = text.indexOf(' ', text.length / 2);
  return space < 0 ? text : `${text.slice(0, space)}<!-- -->${text.slice(space)}`;
}
