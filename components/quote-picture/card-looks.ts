import { PALETTE } from '../../utils/look/palette.ts';
import { hueColour } from '../quotes/voices.ts';
import type { CardColours } from './draw-quote.ts';

export type CardLook = 'paper' | 'night' | 'voice';

/** What a CSS colour comes out as under one colour scheme; a canvas knows no custom properties. */
function resolve(colour: string, scheme: 'light' | 'dark'): string {
  const probe = document.createElement('span');
  probe.style.colorScheme = scheme;
  probe.style.color = colour;
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The colours of a look. Fixed, so that a card is the same whatever theme the user has at the moment. */
export function cardColours(look: CardLook, hue: number): CardColours {
  const bar = resolve(hueColour(hue), look === 'night' ? 'dark' : 'light');
  if (look !== 'voice') {
    const side = look === 'night' ? 1 : 0;
    const { paper, ink, 'ink-2': quiet, rule } = PALETTE;
    return { ground: paper[side], ink: ink[side], quiet: quiet[side], rule: rule[side], bar };
  }
  return {
    ground: bar,
    ink: '#ffffff',
    quiet: 'rgb(255 255 255 / 0.86)',
    rule: 'rgb(255 255 255 / 0.4)',
    bar: '#ffffff',
  };
}
