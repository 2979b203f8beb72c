import { parseBinaryPlist } from '../../../../utils/transfer/import/parsing/plist.ts';

/** Invented bookmarks of Safari, as Python's `plistlib` writes them. */

const BINARY = [
  'YnBsaXN0MDDUAQIDBAVAQSFYQ2hpbGRyZW5VVGl0bGVfEBZXZWJCb29rbWFya0ZpbGVWZXJzaW9uXxAPV2ViQm9va21hcmtUeXBl',
  'owYMI9QCBwQICQkKC18QFVdlYkJvb2ttYXJrSWRlbnRpZmllcl8QD1dlYkJvb2ttYXJrVVVJRFdIaXN0b3J5XxAUV2ViQm9va21h',
  'cmtUeXBlUHJveHlRQdMBAgQNIiGiDhbTDxAEERQVXVVSSURpY3Rpb25hcnlZVVJMU3RyaW5n0RITVXRpdGxlbxAdAFQAaABlACAA',
  'aABhAHIAYgBvAHUAcgAgIBMAIABhACAAcwBoAG8AcgB0ACAAaABpAHMAdABvAHIAeV8QHWh0dHBzOi8vcGFwZXIuZXhhbXBsZS9o',
  'YXJib3VyXxATV2ViQm9va21hcmtUeXBlTGVhZtMBAgQXICGiGBzTDxAEGRsV0RIaWkViYiAmIGZsb3dfEBlodHRwczovL3BhcGVy',
  'LmV4YW1wbGUvZWJi0w8QBB0fFdESHl1BIGJvb2ttYXJrbGV0XxATamF2YXNjcmlwdDphbGVydCgxKV8QD1BvcnRzLCBub3J0aGVy',
  'bl8QE1dlYkJvb2ttYXJrVHlwZUxpc3RcQm9va21hcmtzQmFy1AEkAgQlPj8hXxAQU2hvdWxkT21pdEZyb21VSaImNtYnKA8QBCkq',
  'LzI0FTVbUmVhZGluZ0xpc3RfEBJSZWFkaW5nTGlzdE5vblN5bmNYaW1hZ2VVUkzSKywtLllEYXRlQWRkZWRbUHJldmlld1RleHQz',
  'QcW10ZAAAABfEBRXaGVuIHRoZSB3YXRlciBjb21lc9EwMV8QEm5ldmVyRmV0Y2hNZXRhZGF0YQjREjNbVGlkZSB0YWJsZXNfEBpo',
  'dHRwczovL3BhcGVyLmV4YW1wbGUvdGlkZV8QHmh0dHBzOi8vcGFwZXIuZXhhbXBsZS90aWRlLmpwZ9QnDxAENzs9FdIrODk6XkRh',
  'dGVMYXN0Vmlld2VkM0HFAxosgAAAM0HFFAuAAAAA0RI8ZQQbBD4ENAQ6BDBvEBsAaAB0AHQAcABzADoALwAvAHAAYQBwAGUAcgAu',
  'AGUAeABhAG0AcABsAGUALwQ7BD4ENAQ6BDAJXxAVY29tLmFwcGxlLlJlYWRpbmdMaXN0UBABAAgAEQAaACAAOQBLAE8AWABwAIIA',
  'igChAKMAqgCtALQAwgDMAM8A1QESATIBSAFPAVIBWQFcAWcBgwGKAY0BmwGxAcMB2QHmAe8CAgIFAhICHgIzAjwCQQJLAlcCYAJ3',
  'AnoCjwKQApMCnwK8At0C5gLrAvoDAwMMAw8DGgNTA1QDbANtAAAAAAAAAgEAAAAAAAAAQgAAAAAAAAAAAAAAAAAAA28=',
].join('');

export const safariBinary = (): Blob =>
  new Blob([Uint8Array.from(atob(BINARY), (mark) => mark.charCodeAt(0))]);

type Tree = Awaited<ReturnType<typeof parseBinaryPlist>>;

function toXml(tree: Tree): string {
  if (Array.isArray(tree)) return `<array>${tree.map(toXml).join('')}</array>`;
  if (tree instanceof Date) return `<date>${tree.toISOString().replace('.000', '')}</date>`;
  if (typeof tree === 'boolean') return `<${tree}/>`;
  if (typeof tree === 'number') return `<integer>${tree}</integer>`;
  const text = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (typeof tree === 'string') return `<string>${text(tree)}</string>`;
  const entries = Object.entries(tree).map(([key, value]) => `<key>${text(key)}</key>\n${toXml(value)}\n`);
  return `<dict>\n${entries.join('')}</dict>`;
}

/** The same in XML, with line ends as Safari has them. */
export const safariXml = async (): Promise<Blob> =>
  new Blob([
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n${toXml(await parseBinaryPlist(safariBinary()))}\n</plist>\n`,
  ]);
