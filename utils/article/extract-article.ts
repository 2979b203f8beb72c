import { type Choice, chooseBlocks, findHeadline } from './choose-blocks.ts';
import { isHandle } from './clean-byline.ts';
import { countWords } from './count-words.ts';
import { attributeOf, bodyOf, captureDom, rootOf } from './dom-access.ts';
import { findRoot } from './find-root.ts';
import { foldText } from './fold-text.ts';
import { absoluteUrl, readCanonicalUrl, slugWords } from './page-address.ts';
import { pickTitle, titleCandidates } from './pick-title.ts';
import { publishedDate } from './published-date.ts';
import { type Block, type BlockModel, type Box, readBlocks } from './read-blocks.ts';
import { type Metadata, readMetadata } from './read-metadata.ts';
import { readPrintedDate, readVisibleByline } from './read-visible-byline.ts';
import type { ArticleImage, Extraction } from './types.ts';
import { weighBoxes } from './weigh-boxes.ts';
import { writeHtml } from './write-html.ts';

const RTL_LANGS = /^(?:ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b/i;
const RTL_TEXT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;

function directionOf(document_: Document, root: Element, lang: string | null, text: string): 'ltr' | 'rtl' {
  const html = rootOf(document_);
  for (const element of [root, bodyOf(document_), html]) {
    const stated = element === null ? '' : attributeOf(element, 'dir').toLowerCase();
    if (stated === 'rtl' || stated === 'ltr') return stated;
  }
  if (lang !== null && RTL_LANGS.test(lang)) return 'rtl';
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

function htmlOf(root: Box, model: BlockModel, choice: Choice, url: string): string {
  const chosen = new Set<Block>([...choice.blocks, ...choice.captions]);
  const out = new Set<Text>();
  for (const block of model.blocks.slice(root.first, root.end)) {
    if (!chosen.has(block)) for (const node of block.nodes) out.add(node);
  }
  const dropped = new Set<Element>([...choice.dropped].map((box) => box.element));
  return writeHtml(root.element, url, {
    isElementOut: (element) => dropped.has(element),
    isTextOut: (text) => out.has(text),
  });
}

function leadImageOf(metadata: Metadata, choice: Choice, url: string): ArticleImage | null {
  const found = metadata.images
    .map((address) => absoluteUrl(address, url))
    .find((address) => address !== null);
  return found === undefined ? null : { url: found, alt: '', caption: choice.captions[0]?.text ?? null };
}

/** The page's data, unless it holds a log-in or the site's own name where the page prints a person's. */
function pickByline(metadata: Metadata, printed: string | null): string | null {
  const stated = metadata.byline;
  if (stated === null || printed === null) return stated ?? printed ?? metadata.siteByline;
  return isHandle(stated) ? printed : stated;
}

/**
 * Reads the article out of a document: a live page, or saved HTML that was parsed. Changes nothing in it.
 *
 * @param url the page's address; relative links count from it
 * @returns null where no body of text can be found
 */
export function extractArticle(document_: Document, url: string): Extraction | null {
  captureDom(document_);
  const body = bodyOf(document_);
  if (body === null) return null;
  const metadata = readMetadata(document_, url);
  const model = readBlocks(body);
  const titles = [...titleCandidates(metadata), slugWords(url)].map(foldText).filter(Boolean);
  const headline = findHeadline(model, titles, foldText(metadata.siteName ?? ''));
  weighBoxes(model, headline);
  const root = findRoot(model, headline);
  if (root === null) return null;
  const choice = chooseBlocks(model, root, titles, headline, metadata.excerpt ?? '');
  const text = choice.blocks.map((block) => block.text).join('\n\n');
  if (text === '') return null;
  const byline = readVisibleByline(model, headline, root, metadata.siteName);
  const date = publishedDate(metadata, readPrintedDate(model, headline, root), document_);
  const lang = metadata.lang;
  return {
    root: root.element,
    kept: keptElements(choice, [byline?.element ?? null]),
    article: {
      url: url.replace(/#.*$/, ''),
      canonicalUrl: readCanonicalUrl(document_, url),
      title: pickTitle(metadata, choice.headline),
      byline: pickByline(metadata, byline?.name ?? null),
      siteName: metadata.siteName,
      publishedAt: date,
      modifiedAt: metadata.modifiedAt,
      lang,
      dir: directionOf(document_, root.element, lang, text),
      excerpt: metadata.excerpt,
      leadImage: leadImageOf(metadata, choice, url),
      html: htmlOf(root, model, choice, url),
      text,
      wordCount: countWords(text),
      isPreview: metadata.structured?.isPaid === true && text.length < 1500,
    },
  };
}
