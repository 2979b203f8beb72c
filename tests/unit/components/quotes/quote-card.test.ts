// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { drawQuoteCard } from '../../../../components/quote-picture/draw-quote-card.ts';
import { SPEAKER_COLOURS } from '../../../../utils/look/speaker-colours.ts';

it('draws the bar of a quote in the speaker’s colour for paper, in every theme', () => {
  document.documentElement.style.colorScheme = 'dark';
  const fills: string[] = [];
  const context = {
    fillStyle: '',
    measureText: (text: string) => ({ width: text.length * 10 }),
    fillText: () => undefined,
    fillRect: () => fills.push(context.fillStyle),
  };
  const canvas = { width: 0, height: 0, getContext: () => context } as unknown as HTMLCanvasElement;
  const text = { quote: '“We stay.”', speaker: 'Mara Lind', role: null, title: 'Quay', source: 'Courier' };
  drawQuoteCard(canvas, { ...text, dir: 'ltr' }, 1);
  expect(fills.at(-1)).toBe(SPEAKER_COLOURS[1][0]);
});
