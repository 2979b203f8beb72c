/** MHTML (RFC 2557): a page and its images in one MIME message, as saved by browsers. */

import { ADDRESS_LIMIT } from '../../../text/limits.ts';
import { toBinaryString } from '../../data-url.ts';
import { toPlainText } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { RecordStream } from '../import-types.ts';
import { MAX_INLINED_LENGTH } from '../parsing/inline-pictures.ts';
import { parseTime } from '../parsing/read-fields.ts';
import { pageRecords } from './saved-page.ts';

/** Maximum size of a file in bytes. */
const MAX_BYTES = 96 * 2 ** 20;

type Headers = ReadonlyMap<string, string>;

/** Headers by name in lower case; a line that begins with a space continues the previous one. */
function parseHeaders(lines: readonly string[]): Headers {
  // Joined at the end, because a hostile header can have a line for every few bytes.
  const values = new Map<string, string[]>();
  let name = '';
  for (const line of lines) {
    const isContinued = /^[ \t]/.test(line);
    const colon = line.indexOf(':');
    if (line === '' || (colon === -1 && !isContinued)) break;
    if (!isContinued) name = line.slice(0, colon).toLowerCase();
    const value = isContinued ? line : line.slice(colon + 1);
    const previous = values.get(name);
    if (previous === undefined) values.set(name, [value.trim()]);
    else previous.push(value.trimEnd());
  }
  return new Map([...values].map(([key, parts]) => [key, parts.join('').trim()]));
}

interface Part {
  headers: Headers;
  /** A binary string: one character per byte. */
  body: string;
}

/** Splits a message or a part into headers and body. */
function parsePart(source: string): Part {
  const [separator] = /\r?\n\r?\n|$/.exec(source.slice(0, 100_000)) ?? [''];
  const headEnd = separator === '' ? source.length : source.indexOf(separator);
  const head = source.slice(0, headEnd).trim();
  return { headers: parseHeaders(head.split(/\r?\n/)), body: source.slice(headEnd + separator.length) };
}

const toBytes = (binary: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(binary, (character) => character.charCodeAt(0));

/** Decodes a body (RFC 2045, section 6). */
function decodeBody({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'quoted-printable')
    return body
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (encoding !== 'base64') return body;
  const base64 = body.replace(/[^a-z0-9+/]+/gi, '');
  // A single remaining character does not encode a byte.
  return atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)));
}

function decodeText(part: Part): string {
  const charset = /charset="?([\w-]+)/i.exec(part.headers.get('content-type') ?? '')?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(toBytes(decodeBody(part)));
  } catch {
    // An unknown charset.
    return new TextDecoder().decode(toBytes(decodeBody(part)));
  }
}

const contentType = ({ headers }: Part): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const toImageUrl = (part: Part): string => `data:${contentType(part)};base64,${btoa(decodeBody(part))}`;

async function* readMhtml(file: Blob): RecordStream {
  if (file.size > MAX_BYTES) return yield* pageRecords('1', null);
  const message = parsePart(toBinaryString(new Uint8Array(await file.arrayBuffer())));
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(message.headers.get('content-type') ?? '');
  const parts = message.body
    .split(`--${boundary?.[1] ?? boundary?.[2] ?? '\n'}`)
    .slice(1)
    .map((part) => parsePart(part.replace(/^[ \t]*\r?\n/, '')));
  const page = parts.find((part) => contentType(part) === 'text/html');
  if (page === undefined) return yield { at: '1', why: 'unreadable', url: '', title: '' };
  const location = page.headers.get('content-location') ?? '';
  // A base that is no address would only make each of its references slow to resolve.
  const base = location.length > ADDRESS_LIMIT ? '' : location;
  const address = message.headers.get('snapshot-content-location') ?? location;
  const imageParts = new Map(
    parts
      .filter((part) => /^image\/(?:png|jpe?g|gif|webp|avif)$/.test(contentType(part)))
      .map((part) => [part.headers.get('content-location') ?? '', part]),
  );
  // A page can refer to an image any number of times.
  const imageUrls = new Map<Part, string>();
  let remainingLength = MAX_INLINED_LENGTH;
  const html = decodeText(page)
    // The other candidates of `srcset` are not in the file.
    .replace(/\ssrcset=(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/(?<=\ssrc=")[^"]{1,4096}(?=")/gi, (source) => {
      const url = source.replaceAll('&amp;', '&');
      const part = imageParts.get(URL.canParse(url, base) ? new URL(url, base).href : url);
      if (part === undefined || remainingLength <= 0) return source;
      const image = imageUrls.get(part) ?? toImageUrl(part);
      imageUrls.set(part, image);
      remainingLength -= image.length;
      return remainingLength < 0 ? '' : image;
    });
  const savedAt = parseTime(toPlainText(message.headers.get('date')));
  yield* pageRecords('1', html, { address, savedAt });
}

/** A page saved as one file by Chromium, Edge or Internet Explorer. */
export const MHTML: FileFormat<'savedPage'> = {
  name: 'savedPage',
  matches: (head) =>
    head.kind === 'text' &&
    /^multipart\/related\b/i.test(parseHeaders(head.lines).get('content-type') ?? '') &&
    parseHeaders(head.lines).has('mime-version'),
  read: readMhtml,
};
