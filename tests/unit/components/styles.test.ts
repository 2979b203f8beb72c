import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../../components/', import.meta.url);

describe('the style sheets', () => {
  it('have no rule that makes the browser style a whole list anew for every row that comes into it or leaves it', () => {
    const rules = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').match(/^.*[+~]\s*\*.*$/gm) ?? []);
    // But for comments.
    expect(rules.filter((rule) => !rule.includes('/*'))).toEqual([]);
  });
});
