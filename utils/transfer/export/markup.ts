/**
 * HTML and XHTML that is built and never pasted: text becomes markup here and nowhere else, so that nothing gets into a
 * file unescaped. What is written is both at once: HTML that is well-formed XML.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, which XML 1.0 mostly can't write, noncharacters, and halves of surrogate pairs. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** Elements without content or closing tag (HTML, 13.1.2). */
const VOID = new Set(['br', 'hr', 'img', 'link', 'meta', 'wbr']);

/** Elements whose content is no markup (HTML, 13.1.2): text in them can't be escaped. */
const RAW = new Set(['script', 'style', 'textarea', 'iframe', 'noscript', 'noembed', 'noframes', 'xmp']);

const ELEMENT_NAME = /^[a-z][a-z0-9]*(?::[a-z]+)?$/i;
/** No handler can be written: their names begin with `on`. */
const ATTRIBUTE_NAME = /^(?!on)[a-z]+(?:[:_-][a-z]+)*$/i;

/** Where a link of a file may lead: to the web, to a mailbox, to another file of the same book. */
const LINK = /^(?:https?:\/\/|mailto:|[a-z0-9][\w-]*(?:\/[\w-]+)*\.[a-z]+$)/i;
/** What a picture may be: in the file itself, or another file of the same book. */
const PICTURE = /^(?:data:image\/[a-z0-9.+-]+;base64,[a-z0-9+/=]*$|[a-z0-9][\w-]*(?:\/[\w-]+)*\.[a-z]+$)/i;

function escapeText(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** Written markup. Only this module makes it, so no string can pass for it. */
class Written {
  readonly #text: string;
  /** Nothing in it but white space. */
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

export type Markup = Written;

/** What may stand in an element: text, which is escaped, and markup. */
export type Content = Markup | string | null | readonly Content[];

export type Attributes = Readonly<Record<string, string | number | null>>;

/** Content one after the other, text in it escaped. */
export function join(...content: readonly Content[]): Markup {
  let text = '';
  let isBlank = true;
  for (const part of content) {
    if (part === null) continue;
    const written =
      typeof part === 'string'
        ? new Written(escapeText(part), part.trim() === '')
        : part instanceof Written
          ? part
          : join(...part);
    text += written;
    isBlank &&= written.isBlank;
  }
  return new Written(text, isBlank);
}

function writeAttribute(name: string, value: string | number | null): string {
  if (!ATTRIBUTE_NAME.test(name)) throw new TypeError(`${name} is no attribute that is written`);
  if (value === null) return '';
  const text = String(value);
  const place = name.toLowerCase();
  if (place === 'href' && !LINK.test(text)) return '';
  if (place === 'src' && !PICTURE.test(text)) return '';
  return ` ${name}="${escapeText(text)}"`;
}

/**
 * An element.
 *
 * @param name as it is to be written; never one whose content is no markup
 * @param attributes those that are null are left out, and so are addresses that lead elsewhere than to the web, to a
 * mailbox or into the file
 * @throws TypeError for names that nobody should write: that is a fault of the caller's, never of the text
 */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const folded = name.toLowerCase();
  if (!ELEMENT_NAME.test(name) || RAW.has(folded))
    throw new TypeError(`${name} is no element that is written`);
  let written = '';
  for (const [key, value] of Object.entries(attributes)) written += writeAttribute(key, value);
  // A package document has a `meta` with content; HTML's has none.
  if (VOID.has(folded) && content.length === 0) return new Written(`<${name}${written}/>`, false);
  return new Written(`<${name}${written}>${join(...content)}</${name}>`, false);
}

/**
 * Markup out of a template: its own letters stand as they are, since they are code of ours; what is put in is escaped.
 * For what is no element: declarations, and tags that the format leaves open.
 */
export function markup(template: TemplateStringsArray, ...content: readonly Content[]): Markup {
  const parts = template.map((part) => new Written(part, part.trim() === ''));
  return join(...parts.flatMap((part, i) => (i < content.length ? [part, content[i] ?? null] : [part])));
}

/**
 * A style sheet of ours.
 *
 * @throws TypeError where it could end the element
 */
export function styleSheet(css: string): Markup {
  if (/[<&]/.test(css)) throw new TypeError('the style sheet is no text of HTML and of XML');
  return new Written(`<style>${css}</style>`, false);
}
