/**
 * Builds HTML and XHTML. Text becomes markup only here, so that nothing is written unescaped. The output is both: HTML
 * that is well-formed XML.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, most of which XML 1.0 can't represent, noncharacters, and unpaired surrogates. */
export const INVALID_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** Elements without content or closing tag (HTML, 13.1.2). */
const VOID_ELEMENTS = new Set(['br', 'hr', 'img', 'link', 'meta', 'wbr']);

/** Elements whose content is not parsed as markup (HTML, 13.1.2), so that it can't be escaped. */
const RAW_TEXT_ELEMENTS = new Set([
  'script',
  'style',
  'textarea',
  'iframe',
  'noscript',
  'noembed',
  'noframes',
  'xmp',
]);

const ELEMENT_NAME = /^[a-z][a-z0-9]*(?::[a-z]+)?$/i;
/** Valid attribute names, except those of event handlers, which begin with `on`. */
const ATTRIBUTE_NAME = /^(?!on)[a-z]+(?:[:_-][a-z]+)*$/i;

/** Allowed targets of links: the web, a mail address, or another file of the same book. */
const ALLOWED_HREF = /^(?:https?:\/\/|mailto:|[a-z0-9][\w-]*(?:\/[\w-]+)*\.[a-z]+$)/i;
/** Allowed sources of images: inlined, or another file of the same book. */
const ALLOWED_IMAGE_SOURCE =
  /^(?:data:image\/[a-z0-9.+-]+;base64,[a-z0-9+/=]*$|[a-z0-9][\w-]*(?:\/[\w-]+)*\.[a-z]+$)/i;

function escapeText(text: string): string {
  return text
    .replace(INVALID_IN_XML, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Written markup. Only this module can create it, so strings are never mistaken for it. */
class WrittenMarkup {
  readonly #text: string;
  /** Whether it contains only white space. */
  readonly isBlank: boolean;

  constructor(text: string, isBlank: boolean) {
    this.#text = text;
    this.isBlank = isBlank;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  toString(): string {
    return this.#text;
  }
}

export type Markup = WrittenMarkup;

/** Content of an element: text, which is escaped, and markup. */
export type Content = Markup | string | null | readonly Content[];

export type Attributes = Readonly<Record<string, string | number | null>>;

/** Joins content; text in it is escaped. */
export function joinContent(...content: readonly Content[]): Markup {
  let text = '';
  let isBlank = true;
  for (const part of content) {
    if (part === null) continue;
    const written =
      typeof part === 'string'
        ? new WrittenMarkup(escapeText(part), part.trim() === '')
        : part instanceof WrittenMarkup
          ? part
          : joinContent(...part);
    text += written;
    isBlank &&= written.isBlank;
  }
  return new WrittenMarkup(text, isBlank);
}

function writeAttribute(name: string, value: string | number | null): string {
  if (!ATTRIBUTE_NAME.test(name)) throw new TypeError(`${name} is no attribute that is written`);
  if (value === null) return '';
  const text = String(value);
  const lowerName = name.toLowerCase();
  if (lowerName === 'href' && !ALLOWED_HREF.test(text)) return '';
  if (lowerName === 'src' && !ALLOWED_IMAGE_SOURCE.test(text)) return '';
  return ` ${name}="${escapeText(text)}"`;
}

/**
 * Writes an element.
 *
 * @param name exactly as written; not an element with raw content
 * @param attributes null values are omitted, and so are links to anything but the web, a mail address or the same book
 * @throws TypeError for forbidden names, which are errors of the caller, not of the text
 */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const lowerName = name.toLowerCase();
  if (!ELEMENT_NAME.test(name) || RAW_TEXT_ELEMENTS.has(lowerName))
    throw new TypeError(`${name} is no element that is written`);
  let written = '';
  for (const [key, value] of Object.entries(attributes)) written += writeAttribute(key, value);
  // `meta` has content in a package document, but not in HTML.
  if (VOID_ELEMENTS.has(lowerName) && content.length === 0)
    return new WrittenMarkup(`<${name}${written}/>`, false);
  return new WrittenMarkup(`<${name}${written}>${joinContent(...content)}</${name}>`, false);
}

/**
 * Writes markup from a template: its literal parts are trusted, its values are escaped. For everything except elements:
 * declarations, and tags that the format leaves open.
 */
export function markup(template: TemplateStringsArray, ...content: readonly Content[]): Markup {
  const parts = template.map((part) => new WrittenMarkup(part, part.trim() === ''));
  return joinContent(
    ...parts.flatMap((part, i) => (i < content.length ? [part, content[i] ?? null] : [part])),
  );
}

/**
 * Embeds one of our style sheets.
 *
 * @throws TypeError if it could end the element
 */
export function styleElement(css: string): Markup {
  if (/[<&]/.test(css)) throw new TypeError('the style sheet is no text of HTML and of XML');
  return new WrittenMarkup(`<style>${css}</style>`, false);
}
