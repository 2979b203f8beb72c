import { findAllIn, textOf } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';

/** The page's JSON-LD about its article. Missing values are null or empty. */
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
  /** `isAccessibleForFree` is false. */
  isPaid: boolean;
  wordCount: number | null;
}

type Json = Record<string, unknown>;

/** schema.org's Article, its subtypes, and similar types used for articles. */
const ARTICLE_TYPE =
  /^(?:.*Article|.*BlogPosting|BlogPosting|Report|Review|OpinionNewsArticle|SocialMediaPosting|.*News|HowTo|Recipe|CreativeWork|WebPage)$/;
const STRONG_TYPE = /Article$|Posting$|^Report$|NewsArticle/;
const MAX_NODES = 3000;
/** Limits of one block and of all, in characters; a live blog with all of its posts has one million. */
const MAX_SCRIPT_LENGTH = 2_000_000;
const MAX_SCRIPTS_LENGTH = 3_000_000;
/** Maximum number of blocks. */
const MAX_SCRIPTS = 100;
/** Maximum number of authors, and of images. */
const MAX_NAMES = 20;
/** Limits of the length of a `<meta>` in UTF-16 units, and of their number per name. */
const MAX_META_LENGTH = 10_000;
const MAX_METAS = 20;
/** Limit of `<meta>` elements; marked-up comments may have hundreds. */
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

/** The end of a comment or CDATA section around the data. */
const CLOSING = /(?:-->|\/\*\s{0,9}\]\]>\s{0,9}\*\/|\]\]>|\/\/\s{0,9}\]\]>)$/;

function withoutSemicolon(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(';') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

const asIs = (text: string): string => text;

/** Fixes line breaks in strings and trailing commas. */
const withoutSlips = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1');

/** @returns undefined if the text is no JSON even after the usual fixes */
function parseLoosely(source: string): unknown {
  const plain = source
    .trim()
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '');
  const body = withoutSemicolon(withoutSemicolon(plain).replace(CLOSING, ''));
  for (const mend of [asIs, withoutSlips]) {
    try {
      return JSON.parse(mend(body));
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

/** All objects of the tree, breadth first, up to a limit. */
function flatten(roots: unknown[]): Json[] {
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

/** The full name, or its parts. */
function nameOf(person: Json): unknown {
  const { name, givenName, familyName } = person;
  if (name !== undefined || typeof familyName !== 'string') return name;
  return typeof givenName === 'string' ? `${givenName} ${familyName}` : familyName;
}

function namesOf(value: unknown, byId: Map<string, Json>): string[] {
  const names: string[] = [];
  for (const item of asList(value).slice(0, MAX_NAMES)) {
    if (typeof item === 'string') names.push(item);
    else if (isObject(item)) {
      const id = item['@id'];
      const known = item.name === undefined && typeof id === 'string' ? byId.get(id) : undefined;
      for (const one of asList(nameOf(known ?? item)).slice(0, MAX_NAMES))
        if (typeof one === 'string') names.push(one);
    }
  }
  return names.slice(0, MAX_NAMES);
}

/** Names of authors that are no persons. */
function organisationsOf(value: unknown, byId: Map<string, Json>): string[] {
  const bodies = asList(value)
    .slice(0, MAX_NAMES)
    .filter((item) => isObject(item) && typesOf(item).some((type) => type.endsWith('Organization')));
  return namesOf(bodies, byId);
}

function imagesOf(value: unknown, byId: Map<string, Json>): string[] {
  return asList(value)
    .slice(0, MAX_NAMES)
    .map((item) => {
      if (typeof item === 'string') return item;
      if (!isObject(item)) return null;
      const id = item['@id'];
      const whole = typeof id === 'string' && item.url === undefined ? (byId.get(id) ?? item) : item;
      return asText(whole.url ?? whole.contentUrl);
    })
    .filter((url) => url !== null);
}

const withoutQuery = (address: string): string => {
  const end = address.search(/[#?]/);
  return end < 0 ? address : address.slice(0, end);
};

/** @param here the page's address without query and fragment */
function rank(node: Json, here: string): number {
  const types = typesOf(node);
  if (!types.some((type) => ARTICLE_TYPE.test(type))) return 0;
  let points = types.some((type) => STRONG_TYPE.test(type)) ? 10 : 1;
  if (asText(node.headline) !== null) points += 2;
  if (node.articleBody !== undefined) points += 2;
  if (node.datePublished !== undefined) points += 1;
  const own = asText(node.url) ?? asText(node.mainEntityOfPage) ?? asText(node['@id']);
  if (own !== null && withoutQuery(own) === here) points += 3;
  return points;
}

/** @returns the parsed JSON-LD blocks of the document; invalid ones are left out */
export function readJsonLd(document_: Document): unknown[] {
  const blocks: unknown[] = [];
  let left = MAX_SCRIPTS_LENGTH;
  for (const script of findAllIn(document_, 'script[type*="ld+json" i]').slice(0, MAX_SCRIPTS)) {
    const text = textOf(script);
    if (text.length >= MAX_SCRIPT_LENGTH || text.length > left) continue;
    left -= text.length;
    const value = parseLoosely(text);
    if (value !== undefined) blocks.push(value);
  }
  return blocks;
}

/**
 * Finds the JSON-LD node of the page's article, in any nesting (`@graph`, `mainEntity`, arrays).
 *
 * @param url the page's address, to prefer the node that contains it
 */
export function readStructuredArticle(document_: Document, url: string): StructuredArticle | null {
  const nodes = flatten(readJsonLd(document_));
  const byId = new Map<string, Json>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && (node.name !== undefined || node.url !== undefined)) byId.set(id, node);
  }
  let best: Json | null = null;
  let bestRank = 0;
  const here = withoutQuery(url);
  for (const node of nodes) {
    const points = rank(node, here);
    if (points > bestRank) [best, bestRank] = [node, points];
  }
  if (best === null) return null;
  return {
    types: typesOf(best),
    headline: asText(best.headline) ?? (bestRank >= 10 ? asText(best.name) : null),
    sections: asList(best.articleSection)
      .filter((name) => typeof name === 'string')
      .slice(0, MAX_NAMES),
    authors: namesOf(best.author ?? best.creator, byId),
    organisations: organisationsOf(best.author ?? best.creator, byId),
    publishedAt: asText(best.datePublished) ?? asText(best.dateCreated),
    modifiedAt: asText(best.dateModified),
    publisher: namesOf(best.publisher, byId)[0] ?? null,
    body: asText(best.articleBody),
    images: imagesOf(best.image ?? best.thumbnailUrl, byId),
    description: asText(best.description),
    lang: asText(best.inLanguage),
    isPaid: /^false$/i.test(String(best.isAccessibleForFree ?? '')),
    wordCount: Number.parseInt(String(best.wordCount ?? ''), 10) || null,
  };
}

/** Attributes that name a `<meta>`. */
const META_NAMES = ['property', 'name', 'itemprop'] as const;

/** @returns lower-case names of `<meta>` with their contents in order, without empty ones */
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
    // Most have one name.
    for (const name of /\s/.test(names) ? new Set(names.split(/\s+/)) : [names]) {
      if (name === '') continue;
      const list = meta.get(name);
      if (list === undefined) meta.set(name, [content]);
      else if (list.length < MAX_METAS) list.push(content);
    }
  }
  return meta;
}
