/** Runs inside each page of a set, bundled: clears the page like the assistant, optionally with fewer words. */
import { Boilerplate } from '../../utils/article/body/boilerplate-phrases.ts';
import { extractArticle } from '../../utils/article/extract-article.ts';
import { sampleProse } from '../../utils/article/judge/sample-prose.ts';
import type { SitePhrases } from '../../utils/article/site-phrases.ts';
import { setNameWords } from '../../utils/clutter/find/class-words.ts';
import { findClutter } from '../../utils/clutter/find/find-clutter.ts';
import { findExtras } from '../../utils/clutter/find/find-extras.ts';
import type { NAME_CUES } from '../../utils/clutter/find/name-cues.ts';
import { NAME_WORDS } from '../../utils/clutter/find/name-words.ts';
import { buildPageModel } from '../../utils/clutter/find/page-model.ts';
import { foldText } from '../../utils/clutter/phrases/match-phrases.ts';
import type { CUES, PhraseBook } from '../../utils/clutter/phrases/phrase-book.ts';
import { CueReader } from '../../utils/clutter/phrases/read-cues.ts';
import type { ClutterKind } from '../../utils/clutter/types.ts';
import { everywhere } from '../../utils/languages/everywhere.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../../utils/languages/language-code.ts';
import { SITES } from '../../utils/languages/sites.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/schema.ts';
import { guessLanguage } from '../../utils/text/guess-language.ts';

type Words<Cue extends string> = Readonly<Record<Cue, readonly string[]>>;

/** The id of a language's phrase, or of a word in names. */
function idOf(book: string, cue: string, phrase: string): string {
  return `${book}|${cue}|${phrase}`;
}

function leaveOut<Cue extends string>(
  book: string,
  words: Words<Cue>,
  without: ReadonlySet<string>,
): Words<Cue> {
  const entries = Object.entries<readonly string[]>(words);
  return Object.fromEntries(
    entries.map(([cue, phrases]) => [cue, phrases.filter((phrase) => !without.has(idOf(book, cue, phrase)))]),
  ) as unknown as Words<Cue>;
}

function wantedLanguages(): readonly LanguageCode[] {
  const lang = guessLanguage(sampleProse(document));
  return lang === null ? LANGUAGE_CODES : [...new Set<LanguageCode>(['en', lang])];
}

export function learn(without: ReadonlySet<string>): SitePhrases {
  const wanted = wantedLanguages();
  setNameWords(leaveOut('name', NAME_WORDS, without));
  return {
    cues: new CueReader(wanted.map((lang): PhraseBook => leaveOut(lang, SITES[lang].begging, without))),
    boilerplate: new Boilerplate([everywhere, ...wanted.map((lang) => SITES[lang].boilerplate)]),
  };
}

/** A regular expression for a phrase in folded text; slow, but it identifies the phrase. */
function expressionOf(source: string): RegExp {
  const atStart = source.startsWith('^');
  const atEnd = source.endsWith('$');
  const inner = source.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  const parts = inner
    .replaceAll('* ', '*…')
    .split('…')
    .map((part) => {
      const folded = foldText(part).replace(/^\| | \|$/g, '');
      return folded + (part.trim().endsWith('*') ? '' : '(?= )');
    });
  return new RegExp(`${atStart ? '\\| ' : ' '}${parts.join('[^|]{0,40}? ')}${atEnd ? ' \\|' : ''}`);
}

const expressions = new Map<string, RegExp>();

function listIn(text: string, book: string, words: Words<string>, found: Set<string>): void {
  const folded = foldText(text);
  for (const [cue, phrases] of Object.entries(words)) {
    for (const phrase of phrases) {
      const id = idOf(book, cue, phrase);
      let expression = expressions.get(id);
      if (expression === undefined) {
        expression = expressionOf(phrase);
        expressions.set(id, expression);
      }
      if (!found.has(id) && expression.test(folded)) found.add(id);
    }
  }
}

/** The phrases and words of names that occur on this page. */
export function listWords(): string[] {
  const found = new Set<string>();
  const wanted = wantedLanguages();
  const { cues } = learn(new Set());
  const { survey, evidence } = buildPageModel(document.body, cues);
  const texts = new Set<string>();
  survey.units.forEach((unit, i) => {
    if ((evidence.cues[i] ?? 0) !== 0) texts.add(unit.text.slice(0, 420));
  });
  for (const text of texts)
    for (const lang of wanted) listIn(text, lang, SITES[lang].begging as Words<(typeof CUES)[number]>, found);
  const names = new Set<string>();
  survey.elements.forEach((element, at) => {
    if ((evidence.names[at] ?? 0) === 0) return;
    for (const name of ['class', 'id', 'data-testid', 'data-component', 'aria-label'])
      names.add(element.getAttribute(name) ?? '');
    names.add(element.localName);
  });
  for (const name of names)
    if (name !== '' && name.length <= 400)
      listIn(
        name.replace(/([a-z0-9])([A-Z])|\//g, '$1 $2'),
        'name',
        NAME_WORDS as Words<(typeof NAME_CUES)[number]>,
        found,
      );
  return [...found];
}

export interface ClearedText {
  hidden: { text: string; kind: ClutterKind; reason: string; score: number; html: string }[];
  visibleTextBefore: string;
  visibleText: string;
}

function readVisible(): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only the laid-out text leaves out what is hidden
  return document.body.innerText;
}

/**
 * Clears the page once, like the assistant's first pass.
 *
 * @param without phrases and words (`listWords`) to be ignored
 */
export function clearOnce(url: string, without: readonly string[], allKinds: boolean): ClearedText {
  const phrases = learn(new Set(without));
  const kinds = allKinds
    ? Object.fromEntries(Object.keys(DEFAULT_SETTINGS.clutter).map((kind) => [kind, true]))
    : DEFAULT_SETTINGS.clutter;
  const model = buildPageModel(document.body, phrases.cues);
  const promos = findClutter(document, { model }).map(({ element }) => element);
  const kept = extractArticle(document, url, { promos, phrases })?.elements ?? [];
  const found = findClutter(document, { kinds, getExtracted: () => kept, findExtras, model });
  const visibleTextBefore = readVisible();
  const hidden = found.map(({ element, kind, reason, score }) => ({
    text: (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300),
    kind,
    reason,
    score,
    html: element.outerHTML.slice(0, 200),
  }));
  for (const { element } of found) (element as HTMLElement).style.setProperty('display', 'none', 'important');
  return { hidden, visibleTextBefore, visibleText: readVisible() };
}
