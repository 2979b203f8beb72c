import { describe, expect, test } from 'vitest';
import { textFragmentUrl } from '../../../../utils/quotes/cite/text-fragment.ts';

const url = 'https://ellery-post.example/pier';
const text =
  'Lindqvist said: “Planks, nails and glue - all of it & more.” Nobody left.\n\n“No,” Berg said. “No,” Renner said.\n\n“One.\n\n“Two and three and four and five and six.” The end came.';

function link(words: string, nth = 0, base = url): string {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  return textFragmentUrl(base, text, { start, end: start + words.length });
}

describe('links that open at a quote', () => {
  test('encodes what has a meaning in the directive', () => {
    expect(link('Planks, nails and glue - all of it & more.')).toBe(
      `${url}#:~:text=Planks%2C%20nails%20and%20glue%20%2D%20all%20of%20it%20%26%20more.`,
    );
  });

  test('keeps the anchor of the address in front and replaces an older directive', () => {
    expect(link('Nobody left', 0, `${url}#top`)).toMatch(/#top:~:text=/);
    expect(link('Nobody left', 0, `${url}#top:~:text=old`)).toMatch(/#top:~:text=.*Nobody/);
    expect(link('Nobody left', 0, `${url}#:~:text=old`)).toBe(link('Nobody left'));
  });

  test('adds neighbours to words that stand there twice', () => {
    expect(link('No', 1)).not.toBe(link('No', 2));
    expect(link('No', 2)).toContain('-,');
  });

  test('goes from start to end across paragraphs', () => {
    expect(link('One.\n\n“Two and three and four and five and six.')).toBe(
      `${url}#:~:text=One.,and%20four%20and%20five%20and%20six.`,
    );
  });

  test('leaves the address alone without words, and takes broken characters', () => {
    expect(textFragmentUrl(url, text, { start: 3, end: 3 })).toBe(url);
    expect(textFragmentUrl(url, 'x \uD800 y', { start: 0, end: 5 })).toContain(':~:text=');
  });

  test('leaves out soft hyphens, which browsers do not search', () => {
    const german = '„Die Hafen\u00ADverwaltung schweigt“, sagte Berg.';
    expect(textFragmentUrl(url, german, { start: 1, end: german.indexOf('“') })).toBe(
      `${url}#:~:text=Die%20Hafenverwaltung%20schweigt`,
    );
  });

  test('keeps clear of thin spaces and of the words they join', () => {
    const french =
      'La maire a dit : «\u202FNous attendrons encore le printemps\u202F!\u202F» avant de partir.';
    const start = french.indexOf('Nous');
    expect(textFragmentUrl(url, french, { start, end: french.indexOf('!') + 1 })).toBe(
      `${url}#:~:text=attendrons%20encore%20le`,
    );
  });

  test('tells the quote from a headline with the same words, in whatever case', () => {
    const body = 'The wall is old. “The sea takes it back,” Sander told the college.';
    const quote = { start: body.indexOf('The sea'), end: body.indexOf(',”') };
    expect(textFragmentUrl(url, body, quote)).toBe(`${url}#:~:text=The%20sea%20takes%20it%20back`);
    expect(textFragmentUrl(url, body, quote, 'THE SEA TAKES IT BACK')).toContain('-,The%20sea');
  });
});
