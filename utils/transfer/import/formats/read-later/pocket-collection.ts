import { cleanNames, plain, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';

/** Bytes of a file whose title stands behind its articles. */
const LARGEST = 16 * 2 ** 20;

/** The title of the collection that a file is. */
async function titleOf(file: Blob): Promise<string | null> {
  if (file.size > LARGEST) return null;
  try {
    return textOf(fieldOf(JSON.parse(await file.text()), 'title'));
  } catch {
    // Damaged: its articles are still worth their addresses.
    return null;
  }
}

function toRecord(entry: unknown, at: string, name: string | null): ImportRecord {
  const note = plain(fieldOf(entry, 'note'));
  const record = makeRecord(at, textOf(fieldOf(entry, 'url')), {
    title: textOf(fieldOf(entry, 'title')) ?? '',
    excerpt: plainOrNull(fieldOf(entry, 'excerpt')),
    lists: cleanNames(name === null ? [] : [name]).map((one) => [one]),
    highlights: note === '' ? [] : [{ text: '', note, createdAt: null, colour: null }],
  });
  return 'item' in record ? { ...record, adds: true } : record;
}

async function* readCollection(file: Blob): RecordStream {
  const name = await titleOf(file);
  let count = 0;
  for await (const element of readJsonElements(file, 'items')) {
    count += 1;
    const at = String(count);
    if (element.ok) yield toRecord(element.value, at, name);
    else yield { at, why: 'unreadable', url: '', title: '' };
  }
}

/**
 * One of Pocket's collections, `collections/<slug>.json` of its archive:
 * `{title, description, slug, createdAt, items: [{url, title, excerpt, note}]}` (`ListExport` in Pocket’s own exporter).
 */
export const POCKET_COLLECTION: FileFormat<'pocketCsv'> = {
  name: 'pocketCsv',
  comesLast: true,
  fits: (head) => {
    if (head.kind !== 'json' || Array.isArray(head.value)) return false;
    const [first] = listOf(fieldOf(head.value, 'items'));
    return (
      hasKey(head.value, 'title') &&
      hasKey(head.value, 'slug') &&
      hasKey(first, 'url') &&
      hasKey(first, 'excerpt')
    );
  },
  read: readCollection,
};
