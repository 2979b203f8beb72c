import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { QuotedArticle } from '../../../cli/quote-page.ts';
import { run, type Streams } from '../../../cli/run.ts';
import type { LanguageFiles } from '../../../utils/quotes/extract-quotes.ts';
import { LOADED_WORDS } from '../../../utils/quotes/languages/all-languages.ts';
import { packTagger, unpackTagger } from '../../../utils/quotes/tagging/packed-tagger.ts';
import type { TaggerFile } from '../../../utils/quotes/tagging/tagger.ts';
import { LOCK_PAGE } from './invented-page.ts';

const WEIGHTS = new URL('../../../utils/quotes/tagging/weights/', import.meta.url);

const FILES: LanguageFiles = {
  readWords: async (code) => {
    const words = LOADED_WORDS.find((one) => one.code === code);
    if (words === undefined) throw new Error(`no words for ${code}`);
    return words;
  },
  readTagger: async (code) =>
    unpackTagger(
      packTagger(JSON.parse(readFileSync(new URL(`${code}.json`, WEIGHTS), 'utf8')) as TaggerFile),
    ),
};

const failure = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });

/** So many different attributes. */
const names = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}="b c"`).join(' ');

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Runs the command on invented files; a file that is an error fails with it. */
async function runOn(
  args: string[],
  disk: Record<string, string | Uint8Array | Error> = {},
  change: Partial<Streams> = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const streams: Streams = {
    read: async (file) => {
      const found = disk[file] ?? failure('ENOENT');
      if (found instanceof Error) throw found;
      return typeof found === 'string' ? new TextEncoder().encode(found) : found;
    },
    out: async (line) => out.push(line) > 0,
    err: (line) => err.push(line),
    ...change,
  };
  const status = await run(args, '1.2.3', FILES, streams);
  return { status, out, err, answers: () => out.map((line) => JSON.parse(line) as QuotedArticle) };
}

it('returns a page’s text, quotes with speakers, roles and offsets, and a list of speakers', async () => {
  const { status, err, answers } = await runOn(['lock.html'], { 'lock.html': LOCK_PAGE });
  expect([status, err]).toEqual([0, []]);
  const [answer] = answers();
  expect(answer).toMatchObject({
    file: 'lock.html',
    url: 'https://skerrycourier.example/2026/lock-gates-open',
    isArticle: true,
    title: 'Lock gates open again in May',
    byline: 'Ines Varga',
    siteName: 'Skerry Courier',
    lang: 'en',
  });
  expect(answer?.quotes.map(({ text, resolvedSpeaker, role }) => [text, resolvedSpeaker, role])).toEqual([
    ['We waited long enough', 'Tilde Arnholt', null],
    ['Whoever comes in May will find the water where it belongs.', 'Tilde Arnholt', null],
    ['The silt does not read the minutes of the council', 'Bo Lindgren', null],
  ]);
  for (const { text, start, end } of answer?.quotes ?? []) expect(answer?.text.slice(start, end)).toBe(text);
  expect(answer?.voices.map(({ name, quotes }) => [name, quotes])).toEqual([
    ['Tilde Arnholt', [0, 1]],
    ['Bo Lindgren', [2]],
  ]);
});

it('excludes clutter, does not run scripts, and parses pages as with scripting enabled', async () => {
  const { answers } = await runOn(['lock.html'], { 'lock.html': LOCK_PAGE });
  const [{ text } = { text: '' }] = answers();
  expect(text).toContain('how deep their boats go');
  expect(text).not.toMatch(/newsletter|Switch scripts on|ran its script/);
});

it('accepts scripts, comments and values that look like a tag with many attributes', async () => {
  const words = 'word '.repeat(400);
  const page = `${LOCK_PAGE}<script>if (i<n) ${words}</script><!-- <p ${words} --><p title="<b ${words}" lang=en>x`;
  const { err, answers } = await runOn(['lock.html'], { 'lock.html': page });
  expect([err, answers().length]).toEqual([[], 1]);
});

it('uses the given URL, or null', async () => {
  const nameless = LOCK_PAGE.replace(/<link rel="canonical"[^>]*>/, '');
  const given = await runOn(['--url', 'https://skerrycourier.example/a', 'a.html'], { 'a.html': nameless });
  expect(given.answers()[0]?.url).toBe('https://skerrycourier.example/a');
  const unknown = await runOn(['a.html'], { 'a.html': nameless });
  expect(unknown.answers()[0]?.url).toBeNull();
});

it('decodes valid UTF-8 as such, whatever encoding the page declares', async () => {
  for (const meta of ['', '<meta charset="windows-1252">']) {
    const page = LOCK_PAGE.replace('<meta charset="utf-8">', meta).replaceAll('Arnholt', 'Ørsted');
    const { answers } = await runOn(['lock.html'], { 'lock.html': page });
    expect(answers()[0]?.voices[0]?.name).toBe('Tilde Ørsted');
  }
});

it('decodes other encodings as declared by the page', async () => {
  const latin = LOCK_PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').replaceAll('Arnholt', 'Ørsted');
  const bytes = Uint8Array.from(latin.replace(/[“”]/g, '"'), (letter) => letter.charCodeAt(0));
  const { answers } = await runOn(['lock.html'], { 'lock.html': bytes });
  expect(answers()[0]?.voices[0]?.name).toBe('Tilde Ørsted');
});

it('leaves plain text unchanged, and uses its language', async () => {
  const text =
    '„Wir haben lange genug gewartet“, sagte Tilde Arnholt, die Hafenmeisterin von Skerry, am Montag.\n';
  const { status, answers } = await runOn(['--text', '-'], { '-': text });
  expect(status).toBe(0);
  const [answer] = answers();
  expect(answer).toMatchObject({ url: null, isArticle: null, text });
  expect(answer?.quotes).toMatchObject([
    { text: 'Wir haben lange genug gewartet', resolvedSpeaker: 'Tilde Arnholt' },
  ]);
});

it.each([
  ['missing.html', failure('ENOENT'), 'there is no such file'],
  ['folder', failure('EISDIR'), 'it is a folder'],
  ['empty.html', ' \n', 'it is empty'],
  ['report.pdf', '%PDF-1.7 and so on', 'it is a PDF, not HTML'],
  ['photo.jpg', new Uint8Array([255, 216, 255, 0, 16]), 'it is a binary file, not HTML'],
  ['notes.txt', 'We waited long enough', 'it is not HTML (--text reads plain text)'],
  ['ads.html', LOCK_PAGE + '<iframe src="/a"></iframe>'.repeat(301), 'it has more than 300 frames'],
  ['wide.html', utf16(`<p>a</p>${'<iframe>'.repeat(301)}`), 'it has more than 300 frames'],
  ['tag.html', `${LOCK_PAGE}<p ${names(301)}>`, 'it has a tag with more than 300 attributes'],
  ['svg.html', `${LOCK_PAGE}<svg><script><p ${names(301)}>`, 'it has a tag with more than 300 attributes'],
  [
    'bodies.html',
    LOCK_PAGE + names(301).replaceAll(/\S+/g, '<body $&>'),
    'it has a tag with more than 300 attributes',
  ],
  ['film.html', Buffer.alloc(64 * 1024 * 1024 + 1, '<p>'), 'it is larger than 64 MB'],
  ['blank.html', '<!doctype html><title>Skerry</title><body></body>', 'no article was found in it'],
])(
  'what can’t be read: %s is told in a sentence, and the others are read',
  async (file, content, sentence) => {
    const { status, err, answers } = await runOn([file, 'lock.html'], {
      [file]: content,
      'lock.html': LOCK_PAGE,
    });
    expect(err).toEqual([`offprint-quotes: ${file}: ${sentence}`]);
    expect(status).toBe(1);
    expect(answers()).toHaveLength(1);
  },
);

it('reports a page that causes an error, and continues with the others', async () => {
  // Bytes that break where they are looked at.
  const bytes = new Proxy(new Uint8Array(), {
    get: (_, name) => {
      if (name === 'then') return undefined;
      throw new RangeError('Maximum call stack size exceeded');
    },
  });
  const { status, err, answers } = await runOn(['deep.html', 'lock.html'], {
    'deep.html': bytes,
    'lock.html': LOCK_PAGE,
  });
  expect(err).toEqual([
    'offprint-quotes: deep.html: it could not be read (Maximum call stack size exceeded)',
  ]);
  expect([status, answers().length]).toEqual([1, 1]);
});

it('rejects text that is not UTF-8', async () => {
  const { status, err } = await runOn(['--text', 'a.txt'], { 'a.txt': new Uint8Array([0x93, 0x57]) });
  expect([status, err]).toEqual([1, ['offprint-quotes: a.txt: it is not UTF-8 text']]);
});

const disk = { 'a.html': LOCK_PAGE, 'b.html': LOCK_PAGE };

it('waits until a line is written before reading the next file', async () => {
  const events: string[] = [];
  const read = async (file: string): Promise<Uint8Array> => {
    events.push(`read ${file}`);
    return new TextEncoder().encode(LOCK_PAGE);
  };
  const out = async (): Promise<boolean> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    events.push('written');
    return true;
  };
  await runOn(['a.html', 'b.html'], {}, { read, out });
  expect(events).toEqual(['read a.html', 'written', 'read b.html', 'written']);
});

it('ends without an error if the reader has closed the pipe', async () => {
  const out = vi.fn(async () => false);
  const { status, err } = await runOn(['a.html', 'b.html'], disk, { out });
  expect([status, err]).toEqual([0, []]);
  expect(out).toHaveBeenCalledOnce();
});

it('ends with an error message if writing fails', async () => {
  const out = vi.fn(() => Promise.reject(new Error('ENOSPC: no space left on device, write')));
  const { status, err } = await runOn(['a.html', 'b.html'], disk, { out });
  expect(status).toBe(1);
  expect(err).toEqual([
    'offprint-quotes: the output could not be written: ENOSPC: no space left on device, write',
  ]);
  expect(out).toHaveBeenCalledOnce();
});

it.each([
  [[], 'no file was given'],
  [['--url', 'https://a.example/', 'a', 'b'], 'requires a single file'],
  [['--url', 'javascript:1', 'a'], 'not a web address'],
  [['--lang', 'de', 'a.html'], '--lang requires --text'],
  [['--loud', 'a.html'], '--loud'],
])('rejects the arguments %j with a reason', async (args, words) => {
  const { status, out, err } = await runOn(args);
  expect([status, out]).toEqual([2, []]);
  expect(err.join('\n')).toContain(words);
});

it('prints help and version', async () => {
  expect((await runOn(['--help'])).out.join('\n')).toContain('Usage: offprint-quotes');
  expect((await runOn(['--version'])).out).toEqual(['1.2.3']);
});
