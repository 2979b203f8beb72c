import { bodyOf, documentElementOf } from '../page/dom-access.ts';
import { captureDom } from '../page/dom-realm.ts';
import { attributeOf, findUpTo } from '../page/element-access.ts';
import { ITEMS_PER_STEP, joinInSteps, runAtOnce, type Steps } from '../page/in-slices.ts';
import { countWordsInSteps } from '../text/count-words.ts';
import { foldText } from '../text/fold-text.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { directionOfLanguage } from '../text/text-direction.ts';
import { writeEmbeddedLead } from './body/carried-lead.ts';
import { type Choice, chooseBlocks } from './body/choose-blocks.ts';
import { findHeadline } from './body/find-headline.ts';
import { findRoot } from './body/find-root.ts';
import { findScope, metadataOf } from './body/find-scope.ts';
import { findUnrenderedBody, parseApart } from './body/find-unrendered-body.ts';
import { isPreview } from './body/is-preview.ts';
import { isMostOf, readMainPart } from './body/main-part.ts';
import { findNoteLinks, type Note } from './body/note-links.ts';
import { type Block, type BlockModel, type Box, readBlocksInSteps } from './body/read-blocks.ts';
import { skipBegging } from './body/skip-begging.ts';
import { weighBoxes } from './body/weigh-boxes.ts';
import { escapeHtml, type Omissions, writeHtml } from './html/write-html.ts';
import { withoutPlace } from './metadata/address-route.ts';
import { dayOrderOf } from './metadata/day-order.ts';
import {
  absoluteUrl,
  baseOf,
  fileNameOf,
  readCanonicalUrl,
  readClaimedUrl,
  readStatedUrl,
  slugWords,
  stripTrackers,
} from './metadata/page-address.ts';
import { isNobody, pickByline, statedPerson } from './metadata/pick-byline.ts';
import { pickImageUrl } from './metadata/pick-image.ts';
import { pickTitle, titleCandidates } from './metadata/pick-title.ts';
import { modifiedDate, publishedDate } from './metadata/published-date.ts';
import { readClosingByline } from './metadata/read-closing-byline.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { readPrintedDates } from './metadata/read-printed-date.ts';
import { readVisibleByline } from './metadata/read-visible-byline.ts';
import { findPagesInSteps, isSamePage } from './pages/find-pages.ts';
import type { ArticleImage, ArticlePages, Extraction } from './types.ts';

const RTL_TEXT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;

function directionOf(document_: Document, root: Element, lang: string | null, text: string): 'ltr' | 'rtl' {
  const html = documentElementOf(document_);
  for (const element of [root, bodyOf(document_), html]) {
    const stated = element === null ? '' : attributeOf(element, 'dir').toLowerCase();
    if (stated === 'rtl' || stated === 'ltr') return stated;
  }
  if (lang !== null && directionOfLanguage(lang) === 'rtl') return 'rtl';
  const sample = text.slice(0, 2000);
  return (sample.match(RTL_TEXT)?.length ?? 0) > sample.length * 0.3 ? 'rtl' : 'ltr';
}

function keptElements(choice: Choice, extra: readonly (Element | null)[]): Element[] {
  const kept = new Set<Element>();
  if (choice.headline !== null) kept.add(choice.headline.box.element);
  for (const element of extra) if (element !== null) kept.add(element);
  for (const block of [...choice.captions, ...choice.blocks]) kept.add(block.box.element);
  return [...kept];
}

function* htmlOf({ root, model, choice, skipped }: Body, url: string, base: string): Steps<string> {
  const chosen = new Set<Block>([...choice.blocks, ...choice.captions]);
  yield;
  const out = new Set<Text>();
  for (const block of model.blocks.slice(root.first, root.end)) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (!chosen.has(block)) for (const node of block.nodes) out.add(node);
  }
  const dropped = new Set<Element>([...[...choice.dropped].map((box) => box.element), ...skipped]);
  const opening = choice.blocks.filter((block) => block.index < root.first);
  const notes = yield* findNoteLinks(root.element, url);
  const omissions: Omissions = {
    isElementOut: (element) => dropped.has(element),
    isTextOut: (text) => out.has(text),
  };
  const body = yield* writeHtml(root.element, base, omissions, notes);
  const apart = yield* writeNotes(notes?.missing() ?? [], base);
  return opening.map((block) => `<p>${escapeHtml(block.text)}</p>`).join('') + body + apart;
}

/** Notes outside of the body: kept in the HTML like captions, but not part of the text. */
function* writeNotes(notes: readonly Note[], base: string): Steps<string> {
  let items = '';
  for (const { id, element } of notes) {
    items += `<li id="${id}">${yield* writeHtml(element, base, ALL)}</li>`;
  }
  return items === '' ? '' : `<ul>${items}</ul>`;
}

const ALL: Omissions = { isElementOut: () => false, isTextOut: () => false };

function firstImage(root: Element, base: string): string | null {
  for (const image of findUpTo(root, 'img', 12)) {
    const found = pickImageUrl(image, base);
    // `data:` images stay in the body.
    if (found !== null && !found.startsWith('data:')) return found;
  }
  return null;
}

function leadImageOf(metadata: Metadata, root: Box, choice: Choice, base: string): ArticleImage | null {
  const stated = metadata.images
    .map((address) => absoluteUrl(address, base))
    .find((address) => address !== null);
  const found = stated ?? firstImage(root.element, base) ?? undefined;
  return found === undefined ? null : { url: found, alt: '', caption: choice.captions[0]?.text ?? null };
}

/** Later pages of an article often name the first as canonical; but their content is only theirs. */
function canonicalOf(
  document_: Document,
  url: string,
  link: string | null,
  pages: ArticlePages | null,
): string {
  const stated = readCanonicalUrl(document_, url, link);
  return pages === null || pages.page === 1 || isSamePage(stated, url) ? stated : stripTrackers(url);
}

function lineOver({ blocks }: BlockModel, headline: Block | null): Block | null {
  return headline === null ? null : (blocks[headline.index - 1] ?? null);
}

interface Body {
  model: BlockModel;
  root: Box;
  choice: Choice;
  text: string;
  skipped: ReadonlySet<Element>;
}

/** @param anyText see `ExtractOptions` */
function* readBody(
  top: Element,
  titles: string[],
  metadata: Metadata,
  skipped: ReadonlySet<Element>,
  anyText: boolean,
): Steps<Body | null> {
  const model = yield* readBlocksInSteps(top, skipped);
  yield;
  const headline = yield* findHeadline(model, titles, foldText(metadata.siteName ?? ''));
  yield;
  yield* weighBoxes(model, headline);
  yield;
  const root = findRoot(model, headline);
  yield;
  const found =
    root === null
      ? null
      : yield* withText(model, root, yield* chooseBlocks(model, root, titles, headline), skipped);
  if (!anyText) return found;
  const main = yield* readMainPart(model, headline);
  if (main === null) return found;
  const whole = yield* withText(model, main.root, main.choice, skipped);
  return found !== null && isMostOf(found.choice, whole.choice) ? found : whole;
}

function* withText(model: BlockModel, root: Box, choice: Choice, skipped: ReadonlySet<Element>): Steps<Body> {
  yield;
  const texts = choice.blocks.map((block) => block.text);
  return { model, root, choice, skipped, text: yield* joinInSteps(texts, '\n\n') };
}

/** The body that the page contains unrendered, parsed separately; null if the page shows everything. */
function* readApart(
  document_: Document,
  metadata: Metadata,
  titles: string[],
  shown: number,
): Steps<Body | null> {
  const carried = findUnrenderedBody(document_, metadata, shown);
  if (carried === null) return null;
  const apart = parseApart(document_, carried, metadata.lang ?? '');
  const top = apart === null ? null : bodyOf(apart);
  const body = top === null ? null : yield* readBody(top, titles, metadata, new Set(), false);
  return body !== null && body.text.length > shown ? body : null;
}

export interface ExtractOptions {
  /** Boxes that beg, as `findClutter` finds them; not part of the article. */
  begging?: readonly Element[];
  /** The user saves the page although it is no article: takes its main part if an article in it is only a small part. */
  anyText?: boolean;
}

/**
 * Extracts the article from a document: a live page, or parsed HTML. Changes nothing in it.
 *
 * @param url the page's address, against which relative links are resolved
 * @returns null if there is no body of text
 */
export function extractArticle(
  document_: Document,
  url: string,
  options?: ExtractOptions,
): Extraction | null {
  return runAtOnce(extractInSteps(document_, url, options));
}

/**
 * The same in steps, for large live pages; see `extract-in-slices.ts`.
 *
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* extractInSteps(
  document_: Document,
  url: string,
  { begging = [], anyText = false }: ExtractOptions = {},
): Steps<Extraction | null> {
  captureDom(document_);
  const scope = findScope(document_, url);
  const top = scope ?? bodyOf(document_);
  if (top === null) return null;
  const metadata = metadataOf(scope, readMetadata(document_, url));
  yield;
  const titles = [...titleCandidates(metadata), slugWords(url)].map(foldText).filter(Boolean);
  const seen = yield* readBody(top, titles, metadata, skipBegging(begging), anyText);
  yield;
  const apart = yield* readApart(document_, metadata, titles, seen?.text.length ?? 0);
  const body = apart ?? seen;
  if (body === null || body.text === '') return null;
  const { text, choice } = body;
  const shown = seen ?? body;
  const { headline } = shown.choice;
  const byline =
    readVisibleByline(shown.model, headline, shown.root, metadata) ??
    (isNobody(metadata)
      ? readClosingByline(shown.model, shown.root, metadata.lang, statedPerson(metadata))
      : null);
  const order = dayOrderOf(metadata.lang, url);
  const printed = readPrintedDates(shown.model, headline, shown.root, order);
  const date = publishedDate(metadata, printed.published, document_, url);
  const lang = metadata.lang ?? guessLanguage(text);
  const words = yield* countWordsInSteps(text);
  const base = baseOf(document_, url);
  const leadImage = leadImageOf(metadata, body.root, choice, base);
  const carried =
    leadImage === null && headline !== null && apart === null
      ? writeEmbeddedLead(body.root.element, headline.box.element)
      : '';
  const html = carried + (yield* htmlOf(body, url, base));
  yield;
  const root = apart === null ? body.root.element : top;
  const pages = yield* findPagesInSteps(document_, url, base);
  const isCut = yield* isPreview(metadata, shown.model, text, words);
  const link = readStatedUrl(document_, url, base);
  const claimed = readClaimedUrl(document_, url, link);
  yield;
  return {
    root,
    pages,
    kept: keptElements(apart === null ? choice : { ...choice, headline, blocks: [], captions: [] }, [
      byline?.element ?? null,
    ]),
    article: {
      url: withoutPlace(url),
      canonicalUrl: canonicalOf(document_, url, link, pages),
      ...(claimed === null ? {} : { claimedUrl: claimed }),
      // A file that is not HTML has no title.
      title: pickTitle(metadata, headline, lineOver(shown.model, headline)) || fileNameOf(url),
      byline: pickByline(metadata, byline?.name ?? null),
      siteName: metadata.siteName,
      publishedAt: date,
      modifiedAt: modifiedDate(metadata, printed.updated, date),
      lang,
      dir: directionOf(document_, root, lang, text),
      excerpt: metadata.excerpt,
      leadImage,
      html,
      text,
      wordCount: words,
      isPreview: isCut,
    },
  };
}
