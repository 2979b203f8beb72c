/** MHTML (RFC 2557), as browsers save a page with its images in one file: a MIME message with a part for each. */

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
function headersOf(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (line === '' || (colon === -1 && !/^[ \t]/.test(line))) break;
    if (!/^[ \t]/.test(line)) last = line.slice(0, colon).toLowerCase();
    const value = /^[ \t]/.test(line) ? line : line.slice(colon + 1);
    headers.set(last, `${headers.get(last) ?? ''}${value}`.trim());
  }
  return headers;
}

interface Part {
  headers: Headers;
  /** A character for each byte. */
  body: string;
}

/** Splits a message or a part into headers and body. */
function readPart(source: string): Part {
  const [end] = /\r?\n\r?\n|$/.exec(source.slice(0, 100_000)) ?? [''];
  const at = end === '' ? source.length : source.indexOf(end);
  const head = source.slice(0, at).trim();
  return { headers: headersOf(head.split(/\r?\n/)), body: source.slice(at + end.length) };
}

const bytesOf = (binary: string): Uint8Array<ArrayBuffer> =>
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
  // A rest of one character encodes no byte.
  return atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)));
}

function decodeText(part: Part): string {
  const charset = /charset="?([\w-]+)/i.exec(part.headers.get('content-type') ?? '')?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytesOf(decodeBody(part)));
  } catch {
    // An unknown charset.
    return new TextDecoder().decode(bytesOf(decodeBody(part)));
  }
}

const typeOf = ({ headers }: Part): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

async function* readMhtml(file: Blob): RecordStream {
  if (file.size > MAX_BYTES) return yield* pageRecords('1', null);
  const message = readPart(toBinaryString(new Uint8Array(await file.arrayBuffer())));
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(message.headers.get('content-type') ?? '');
  const parts = message.body
    .split(`--${boundary?.[1] ?? boundary?.[2] ?? '\n'}`)
    .slice(1)
    .map((part) => readPart(part.replace(/^[ \t]*\r?\n/, '')));
  const page = parts.find((part) => typeOf(part) === 'text/html');
  if (page === undefined) return yield { at: '1', why: 'unreadable', url: '', title: '' };
  const location = page.headers.get('content-location') ?? '';
  const address = message.headers.get('snapshot-content-location') ?? location;
  const pictures = new Map(
    parts
      .filter((part) => /^image\/(?:png|jpe?g|gif|webp|avif)$/.test(typeOf(part)))
      .map((part) => [part.headers.get('content-location') ?? '', part]),
  );
  let room = MAX_INLINED_LENGTH;
  const html = decodeText(page)
    // Candidates for other screens are not in the file.
    .replace(/\ssrcset=(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/(?<=\ssrc=")[^"]{1,4096}(?=")/gi, (source) => {
      const stated = source.replaceAll('&amp;', '&');
      const part = pictures.get(URL.canParse(stated, location) ? new URL(stated, location).href : stated);
      if (part === undefined || room <= 0) return source;
      const picture = `data:${typeOf(part)};base64,${btoa(decodeBody(part))}`;
      room -= picture.length;
      return room < 0 ? '' : picture;
    });
  const savedAt = parseTime(toPlainText(message.headers.get('date')));
  yield* pageRecords('1', html, { address, savedAt });
}

/** A page saved as one file by Chromium, Edge or Internet Explorer. */
export const MHTML: FileFormat<'savedPage'> = {
  name: 'savedPage',
  matches: (head) =>
    head.kind === 'text' &&
    /^multipart\/related\b/i.test(headersOf(head.lines).get('content-type') ?? '') &&
    headersOf(head.lines).has('mime-version'),
  read: readMhtml,
};
