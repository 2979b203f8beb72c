import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HIGHLIGHT_COLOURS } from '../../../utils/library/articles/highlight-colours.ts';
import { PALETTE } from '../../../utils/look/palette.ts';
import { VOICE_HUES } from '../../../utils/look/voice-hues.ts';

const FOLDER = new URL('../../../components/', import.meta.url);

describe('the style sheets', () => {
  it('have no rule that makes the browser style a whole list anew for every row that comes into it or leaves it', () => {
    // Siblings found by less than a class, an attribute or the like: the browser then looks at all of every row, for it
    // keeps account only of those. Items of lists have nothing of their kind within them.
    const careless = /^.*(?:[+~]\s*\*|[\s>](?:input|p|span|a|button|label)(?::[a-z-]+)*\s+[+~]).*$/gm;
    const rules = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').match(careless) ?? []);
    // But for comments.
    expect(rules.filter((rule) => !rule.includes('/*'))).toEqual([]);
  });

  it('show every colour that a highlight can have', () => {
    const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
    const rules = read('highlights/highlights.css');
    for (const colour of HIGHLIGHT_COLOURS) {
      expect(read('ui/base/tokens.css')).toContain(`--marked-${colour}: light-dark(`);
      expect(rules).toContain(`[data-colour="${colour}"]`);
      expect(rules).toContain(`::highlight(marked-${colour})`);
    }
  });

  it('have the colours that pages, pictures and the badge have', () => {
    const tokens = readFileSync(new URL('ui/base/tokens.css', FOLDER), 'utf8');
    for (const [role, [light, dark]] of Object.entries(PALETTE)) {
      expect(tokens).toContain(`--${role}: light-dark(${light}, ${dark});`);
    }
    for (const [hue, [light, dark]] of VOICE_HUES.entries()) {
      expect(tokens).toContain(`--voice-${hue}: light-dark(${light}, ${dark});`);
    }
  });
});
