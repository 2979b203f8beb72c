import { findAllIn, textOf } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';

/** The JSON-LD data about a page's article. Missing values are null or empty. */
export interface StructuredArticle {
  types: string[];
  headline: string | null;
  sections: string[];
  authors: string[];
  /** The authors declared as organisations. */
  organisations: string[];
  publishedAt: string | null;
  modifiedAt: string | null;
  publisher: string | null;
  body: string | null;
  images: string[];
  description: string | null;
  lang: string | null;
  /** Whether `isAccessibleForFree` is false. */
  isPaid: boolean;
  wordCount: number | null;
}

type Json = Record<string, unknown>;

/** Matches the schema.org type Article, its subtypes, and other types that are used for articles. */
const ARTICLE_TYPE =
  /^(?:.*Article|.*BlogPosting|BlogPosting|Report|Review|OpinionNewsArticle|SocialMediaPosting|.*News|HowTo|Recipe|CreativeWork|WebPage)$/;
const STRONG_TYPE = /Article$|Posting$|^Report$|NewsArticle/;
/** Maximum number of objects and arrays that are examined. */
const MAX_NODES = 3000;
/** Maximum lengths of one block and of all blocks, in characters. A live blog with all its posts has one million. */
const MAX_SCRIPT_LENGTH = 2_000_000;
const MAX_SCRIPTS_LENGTH = 3_000_000;
/** Maximum number of blocks. */
const MAX_SCRIPTS = 100;
/** Maximum number of authors, and of images. */
const MAX_NAMES = 20;
/** Maximum length read of a `<meta>` (UTF-16 code units), and maximum number per name. */
const MAX_META_LENGTH = 10_000;
const MAX_METAS = 20;
/** Maximum number of `<meta>` elements; pages with microdata for comments can have hundreds. */
const MAX_META_ELEMENTS = 3000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function asText(value: unknown): string | null {
  for (const item of asList(value)) {
    if (typeof item === 'string' && item.trim() !== '') return item.trim();
    if (isObject(item)) {
      const inner = item['@value'] ?? item.name;
      if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
    }
  }
  return null;
}

/** Matches the end of a comment or CDATA section around the data. */
const CLOSING = /(?:-->|\/\*\s{0,9}\]\]>\s{0,9}\*\/|\]\]>|\/\/\s{0,9}\]\]>)$/;

function removeSemicolon(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(';') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

const keepAsIs = (text: string): string => text;

/** Fixes frequent mistakes: line breaks in strings, and trailing commas. */
const fixMistakes = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1');

/** @returns undefined if the text isn't valid JSON even after the fixes */
function parseLoosely(source: string): unknown {
  const withoutOpening = source
    .trim()
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '');
  const body = removeSemicolon(removeSemicolon(withoutOpening).replace(CLOSING, ''));
  for (const fix of [keepAsIs, fixMistakes]) {
    try {
      return JSON.parse(fix(body));
    } catch (error) {
      if (!(error instanceof SyntaxError)) return undefined;
    }
  }
  return undefined;
}

const typesOf = (node: Json): string[] =>
  asList(node['@type'] ?? node.type)
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));

/** Lists all objects of a tree in breadth-first order, up to a limit. */
function listObjects(roots: unknown[]): Json[] {
  const nodes: Json[] = [];
  const queue: unknown[] = [...roots];
  for (let i = 0; i < queue.length && queue.length < MAX_NODES; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
    else if (isObject(value)) {
      nodes.push(value);
      for (const inner of Object.values(value))
        if (typeof inner === 'object' && inner !== null) queue.push(inner);
    }
  }
  return nodes;
}

/** Returns the `name` of a person, or else the given name and family name. */
function personNameOf(person: Json): unknown {
  const { name, givenName, familyName } = person;
  if (name !== undefined || typeof familyName !== 'string') return name;
  return typeof givenName === 'string' ? `${givenName} ${familyName}` : familyName;
}

function readNames(value: unknown, byId: Map<string, Json>): string[] {
  const names: string[] = [];
  for (const item of asList(value).slice(0, MAX_NAMES)) {
    if (typeof item === 'string') names.push(item);
    else if (isObject(item)) {
      const id = item['@id'];
      const referenced = item.name === undefined && typeof id === 'string' ? byId.get(id) : undefined;
      for (const name of asList(personNameOf(referenced ?? item)).slice(0, MAX_NAMES))
        if (typeof name === 'string') names.push(name);
    }
  }
  return names.slice(0, MAX_NAMES);
}

/** Returns the names of authors that are organisations. */
function readOrganisations(value: unknown, byId: Map<string, Json>): string[] {
  const organisations = asList(value)
    .slice(0, MAX_NAMES)
    .filter((item) => isObject(item) && typesOf(item).some((type) => type.endsWith('Organization')));
  return readNames(organisations, byId);
}

function readImages(value: unknown, byId: Map<string, Json>): string[] {
  return asList(value)
    .slice(0, MAX_NAMES)
    .map((item) => {
      if (typeof item === 'string') return item;
      if (!isObject(item)) return null;
      const id = item['@id'];
      const image = typeof id === 'string' && item.url === undefined ? (byId.get(id) ?? item) : item;
      return asText(image.url ?? image.contentUrl);
    })
    .filter((url) => url !== null);
}

const removeQuery = (url: string): string => {
  const end = url.search(/[#?]/);
  return end < 0 ? url : url.slice(0, end);
};

/**
 * Returns how likely a node describes the page's article; 0 if it has another type.
 *
 * @param pageUrl the page's URL without query and fragment
 */
function rankNode(node: Json, pageUrl: string): number {
  const types = typesOf(node);
  if (!types.some((type) => ARTICLE_TYPE.test(type))) return 0;
  let points = types.some((type) => STRONG_TYPE.test(type)) ? 10 : 1;
  if (asText(node.headline) !== null) points += 2;
  if (node.articleBody !== undefined) points += 2;
  if (node.datePublished !== undefined) points += 1;
  const nodeUrl = asText(node.url) ?? asText(node.mainEntityOfPage) ?? asText(node['@id']);
  if (nodeUrl !== null && removeQuery(nodeUrl) === pageUrl) points += 3;
  return points;
}

/** Parses the JSON-LD blocks of a document. Leaves out invalid ones. */
export function readJsonLd(document_: Document): unknown[] {
  const blocks: unknown[] = [];
  let lengthLeft = MAX_SCRIPTS_LENGTH;
  for (const script of findAllIn(document_, 'script[type*="ld+json" i]').slice(0, MAX_SCRIPTS)) {
    const text = textOf(script);
    if (text.length >= MAX_SCRIPT_LENGTH || text.length > lengthLeft) continue;
    lengthLeft -= text.length;
    const value = parseLoosely(text);
    if (value !== undefined) blocks.push(value);
  }
  return blocks;
}

/**
 * Finds the JSON-LD data about the page's article, at any depth (`@graph`, `mainEntity`, arrays).
 *
 * @param url the page's URL; a node with this URL is preferred
 */
export function readStructuredArticle(document_: Document, url: string): StructuredArticle | null {
  const nodes = listObjects(readJsonLd(document_));
  const byId = new Map<string, Json>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && (node.name !== undefined || node.url !== undefined)) byId.set(id, node);
  }
  let best: Json | null = null;
  let bestRank = 0;
  const pageUrl = removeQuery(url);
  for (const node of nodes) {
    const points = rankNode(node, pageUrl);
    if (points > bestRank) [best, bestRank] = [node, points];
  }
  if (best === null) return null;
  return {
    types: typesOf(best),
    headline: asText(best.headline) ?? (bestRank >= 10 ? asText(best.name) : null),
    sections: asList(best.articleSection)
      .filter((name) => typeof name === 'string')
      .slice(0, MAX_NAMES),
    authors: readNames(best.author ?? best.creator, byId),
    organisations: readOrganisations(best.author ?? best.creator, byId),
    publishedAt: asText(best.datePublished) ?? asText(best.dateCreated),
    modifiedAt: asText(best.dateModified),
    publisher: readNames(best.publisher, byId)[0] ?? null,
    body: asText(best.articleBody),
    images: readImages(best.image ?? best.thumbnailUrl, byId),
    description: asText(best.description),
    lang: asText(best.inLanguage),
    isPaid: /^false$/i.test(String(best.isAccessibleForFree ?? '')),
    wordCount: Number.parseInt(String(best.wordCount ?? ''), 10) || null,
  };
}

/** Attributes with the name of a `<meta>`. */
const META_NAMES = ['property', 'name', 'itemprop'] as const;

/** Reads the non-empty `<meta>` elements: lists of their contents in document order, by lower-case name. */
export function readMeta(document_: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of findAllIn(document_, 'meta[content]').slice(0, MAX_META_ELEMENTS)) {
    const content = attributeOf(element, 'content').slice(0, MAX_META_LENGTH).trim();
    if (content === '') continue;
    const names = META_NAMES.map((name) => attributeOf(element, name))
      .join(' ')
      .slice(0, MAX_META_LENGTH)
      .trim()
      .toLowerCase();
    // A shortcut, because most have only one name.
    for (const name of /\s/.test(names) ? new Set(names.split(/\s+/)) : [names]) {
      if (name === '') continue;
      const list = meta.get(name);
      if (list === undefined) meta.set(name, [content]);
      else if (list.length < MAX_METAS) list.push(content);
    }
  }
  return meta;
}
