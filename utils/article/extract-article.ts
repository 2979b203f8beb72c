import { bodyOf, documentElementOf } from '../page/dom-access.ts';
import { captureDom } from '../page/dom-realm.ts';
import { attributeOf, findUpTo } from '../page/element-access.ts';
import { ITEMS_PER_STEP, joinInSteps, runAtOnce, type Steps } from '../page/in-slices.ts';
import { countWordsInSteps } from '../text/count-words.ts';
import { foldText } from '../text/fold-text.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { directionOfLanguage } from '../text/text-direction.ts';
import { type ChosenBlocks, chooseBlocks } from './body/choose-blocks.ts';
import { writeEmbeddedLead } from './body/embedded-lead.ts';
import { findHeadline } from './body/find-headline.ts';
import { findRoot } from './body/find-root.ts';
import { findScope, metadataForScope } from './body/find-scope.ts';
import { findUnrenderedBody, parseInert } from './body/find-unrendered-body.ts';
import { isPreview } from './body/is-preview.ts';
import { chooseMainPart, coversMainPart } from './body/main-part.ts';
import { findNoteLinks, type Note } from './body/note-links.ts';
import { type Block, type BlockModel, type Box, readBlocksInSteps } from './body/read-blocks.ts';
import { selectPromos } from './body/select-promos.ts';
import { weighBoxes } from './body/weigh-boxes.ts';
import { escapeHtml, type Omissions, writeHtml } from './html/write-html.ts';
import { stripFragment } from './metadata/address-route.ts';
import { determineDayOrder } from './metadata/day-order.ts';
import {
  absoluteUrl,
  baseUrlOf,
  extractSlugWords,
  fileNameOf,
  readCanonicalUrl,
  readClaimedUrl,
  readDeclaredUrl,
  stripTrackingParameters,
} from './metadata/page-address.ts';
import { declaredPerson, namesNoPerson, pickByline } from './metadata/pick-byline.ts';
import { pickImageUrl } from './metadata/pick-image.ts';
import { listTitleCandidates, pickTitle } from './metadata/pick-title.ts';
import { chooseModifiedDate, choosePublishedDate } from './metadata/published-date.ts';
import { readClosingByline } from './metadata/read-closing-byline.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { readPrintedDates } from './metadata/read-printed-date.ts';
import { readVisibleByline } from './metadata/read-visible-byline.ts';
import { findPagesInSteps, isSamePage } from './pages/find-pages.ts';
import { allPhrases, type SitePhrases } from './site-phrases.ts';
import type { ArticleImage, ArticlePages, Extraction } from './types.ts';

const RTL_TEXT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;

function determineDirection(
  document_: Document,
  root: Element,
  lang: string | null,
  text: string,
): 'ltr' | 'rtl' {
  const html = documentElementOf(document_);
  for (const element of [root, bodyOf(document_), html]) {
    const declared = element === null ? '' : attributeOf(element, 'dir').toLowerCase();
    if (declared === 'rtl' || declared === 'ltr') return declared;
  }
  if (lang !== null && directionOfLanguage(lang) === 'rtl') return 'rtl';
  const sample = text.slice(0, 2000);
  return (sample.match(RTL_TEXT)?.length ?? 0) > sample.length * 0.3 ? 'rtl' : 'ltr';
}

function listElements(choice: ChosenBlocks, extra: readonly (Element | null)[]): Element[] {
  const elements = new Set<Element>();
  if (choice.headline !== null) elements.add(choice.headline.box.element);
  for (const element of extra) if (element !== null) elements.add(element);
  for (const block of [...choice.captions, ...choice.blocks]) elements.add(block.box.element);
  return [...elements];
}

function* writeBody({ root, model, choice, skipped }: ReadBody, url: string, base: string): Steps<string> {
  const chosen = new Set<Block>([...choice.blocks, ...choice.captions]);
  yield;
  const excludedTexts = new Set<Text>();
  for (const block of model.blocks.slice(root.first, root.end)) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (!chosen.has(block)) for (const node of block.nodes) excludedTexts.add(node);
  }
  const excludedElements = new Set<Element>([...[...choice.dropped].map((box) => box.element), ...skipped]);
  const ledeBlocks = choice.blocks.filter((block) => block.index < root.first);
  const notes = yield* findNoteLinks(root.element, url);
  const omissions: Omissions = {
    omitsElement: (element) => excludedElements.has(element),
    omitsText: (text) => excludedTexts.has(text),
  };
  const body = yield* writeHtml(root.element, base, omissions, notes);
  const outerNotes = yield* writeNotes(notes?.listMissing() ?? [], base);
  return ledeBlocks.map((block) => `<p>${escapeHtml(block.text)}</p>`).join('') + body + outerNotes;
}

/** Writes the notes outside of the body. Like captions, they are part of the HTML, but not of the text. */
function* writeNotes(notes: readonly Note[], base: string): Steps<string> {
  let items = '';
  for (const { id, element } of notes) {
    items += `<li id="${id}">${yield* writeHtml(element, base, NO_OMISSIONS)}</li>`;
  }
  return items === '' ? '' : `<ul>${items}</ul>`;
}

const NO_OMISSIONS: Omissions = { omitsElement: () => false, omitsText: () => false };

function findFirstImage(root: Element, base: string): string | null {
  for (const image of findUpTo(root, 'img', 12)) {
    const found = pickImageUrl(image, base);
    // `data:` images are saved in the body, not as the lead image.
    if (found !== null && !found.startsWith('data:')) return found;
  }
  return null;
}

function chooseLeadImage(
  metadata: Metadata,
  root: Box,
  choice: ChosenBlocks,
  base: string,
): ArticleImage | null {
  const declared = metadata.images
    .map((imageUrl) => absoluteUrl(imageUrl, base))
    .find((imageUrl) => imageUrl !== null);
  const found = declared ?? findFirstImage(root.element, base) ?? undefined;
  return found === undefined ? null : { url: found, alt: '', caption: choice.captions[0]?.text ?? null };
}

/** Later pages of an article often declare the first one as canonical, although its content is different. */
function chooseCanonicalUrl(
  document_: Document,
  url: string,
  link: string | null,
  pages: ArticlePages | null,
): string {
  const declared = readCanonicalUrl(document_, url, link);
  return pages === null || pages.page === 1 || isSamePage(declared, url)
    ? declared
    : stripTrackingParameters(url);
}

function findBlockBefore({ blocks }: BlockModel, headline: Block | null): Block | null {
  return headline === null ? null : (blocks[headline.index - 1] ?? null);
}

interface ReadBody {
  model: BlockModel;
  root: Box;
  choice: ChosenBlocks;
  text: string;
  skipped: ReadonlySet<Element>;
}

function* readBody(
  top: Element,
  titles: string[],
  metadata: Metadata,
  skipped: ReadonlySet<Element>,
  anyText: boolean,
  phrases: SitePhrases,
): Steps<ReadBody | null> {
  const model = { ...(yield* readBlocksInSteps(top, skipped)), phrases };
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
      : yield* createBody(model, root, yield* chooseBlocks(model, root, titles, headline), skipped);
  if (!anyText) return found;
  const mainPart = yield* chooseMainPart(model, headline);
  if (mainPart === null) return found;
  const mainBody = yield* createBody(model, mainPart.root, mainPart.choice, skipped);
  return found !== null && coversMainPart(found.choice, mainBody.choice) ? found : mainBody;
}

function* createBody(
  model: BlockModel,
  root: Box,
  choice: ChosenBlocks,
  skipped: ReadonlySet<Element>,
): Steps<ReadBody> {
  yield;
  const texts = choice.blocks.map((block) => block.text);
  return { model, root, choice, skipped, text: yield* joinInSteps(texts, '\n\n') };
}

/** Reads a body that the page contains but does not render; null if it isn't longer than the visible one. */
function* readUnrendered(
  document_: Document,
  metadata: Metadata,
  titles: string[],
  visibleLength: number,
  phrases: SitePhrases,
): Steps<ReadBody | null> {
  const unrenderedHtml = findUnrenderedBody(document_, metadata, visibleLength);
  if (unrenderedHtml === null) return null;
  const inertDocument = parseInert(document_, unrenderedHtml, metadata.lang ?? '');
  const top = inertDocument === null ? null : bodyOf(inertDocument);
  const body = top === null ? null : yield* readBody(top, titles, metadata, new Set(), false, phrases);
  return body !== null && body.text.length > visibleLength ? body : null;
}

export interface ExtractOptions {
  /** Promotional elements found by `findClutter`, which are left out of the article. */
  promos?: readonly Element[];
  /** Those of the page's language; by default of all languages. */
  phrases?: SitePhrases;
  /**
   * For a page that the user saves although it isn't an article. Extracts the main part of the page if an article in it covers
   * only a small part.
   */
  anyText?: boolean;
}

/**
 * Extracts the article from a live page or parsed HTML. Does not change the document.
 *
 * @param url the page's URL, against which relative links are resolved
 * @returns null if no text was found
 */
export function extractArticle(
  document_: Document,
  url: string,
  options?: ExtractOptions,
): Extraction | null {
  return runAtOnce(extractInSteps(document_, url, options));
}

/**
 * Extracts the article in steps, for large live pages; see `extract-in-slices.ts`.
 *
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* extractInSteps(
  document_: Document,
  url: string,
  { promos = [], anyText = false, phrases = allPhrases() }: ExtractOptions = {},
): Steps<Extraction | null> {
  captureDom(document_);
  const scope = findScope(document_, url);
  const top = scope ?? bodyOf(document_);
  if (top === null) return null;
  const metadata = metadataForScope(scope, readMetadata(document_, url));
  yield;
  const titles = [...listTitleCandidates(metadata), extractSlugWords(url)].map(foldText).filter(Boolean);
  const rendered = yield* readBody(top, titles, metadata, selectPromos(promos), anyText, phrases);
  yield;
  const unrendered = yield* readUnrendered(document_, metadata, titles, rendered?.text.length ?? 0, phrases);
  const body = unrendered ?? rendered;
  if (body === null || body.text === '') return null;
  const { text, choice } = body;
  const visible = rendered ?? body;
  const { headline } = visible.choice;
  const byline =
    readVisibleByline(visible.model, headline, visible.root, metadata) ??
    (namesNoPerson(metadata)
      ? readClosingByline(visible.model, visible.root, metadata.lang, declaredPerson(metadata))
      : null);
  const dayOrder = determineDayOrder(metadata.lang, url);
  const printed = readPrintedDates(visible.model, headline, visible.root, dayOrder);
  const date = choosePublishedDate(metadata, printed.published, document_, url);
  const lang = metadata.lang ?? guessLanguage(text);
  const wordCount = yield* countWordsInSteps(text);
  const base = baseUrlOf(document_, url);
  const leadImage = chooseLeadImage(metadata, body.root, choice, base);
  const embeddedLead =
    leadImage === null && headline !== null && unrendered === null
      ? writeEmbeddedLead(body.root.element, headline.box.element)
      : '';
  const html = embeddedLead + (yield* writeBody(body, url, base));
  yield;
  const root = unrendered === null ? body.root.element : top;
  const pages = yield* findPagesInSteps(document_, url, base);
  const isOnlyPreview = yield* isPreview(metadata, visible.model, text, wordCount);
  const link = readDeclaredUrl(document_, url, base);
  const claimed = readClaimedUrl(document_, url, link);
  yield;
  return {
    root,
    pages,
    elements: listElements(unrendered === null ? choice : { ...choice, headline, blocks: [], captions: [] }, [
      byline?.element ?? null,
    ]),
    article: {
      url: stripFragment(url),
      canonicalUrl: chooseCanonicalUrl(document_, url, link, pages),
      ...(claimed === null ? {} : { claimedUrl: claimed }),
      // The file name is for files that aren't HTML, which have no title.
      title: pickTitle(metadata, headline, findBlockBefore(visible.model, headline)) || fileNameOf(url),
      byline: pickByline(metadata, byline?.name ?? null),
      siteName: metadata.siteName,
      publishedAt: date,
      modifiedAt: chooseModifiedDate(metadata, printed.updated, date),
      lang,
      dir: determineDirection(document_, root, lang, text),
      excerpt: metadata.excerpt,
      leadImage,
      html,
      text,
      wordCount,
      isPreview: isOnlyPreview,
    },
  };
}
