import { plain } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readTime } from '../../parsing/read-fields.ts';

function toRecord(entry: unknown, at: string): ImportRecord {
  const highlights = listOf(fieldOf(entry, 'highlights')).map((highlight) => ({
    text: plain(fieldOf(highlight, 'quote')),
    note: '',
    createdAt: readTime(fieldOf(highlight, 'created_at')),
    colour: null,
  }));
  const record = makeRecord(at, textOf(fieldOf(entry, 'url')), {
    title: textOf(fieldOf(entry, 'title')) ?? '',
    highlights: highlights.filter(({ text }) => text !== ''),
  });
  return 'item' in record ? { ...record, adds: true } : record;
}

async function* readAnnotations(file: Blob): RecordStream {
  let count = 0;
  for await (const element of readJsonElements(file, null)) {
    count += 1;
    const at = String(count);
    if (element.ok) yield toRecord(element.value, at);
    else yield { at, why: 'unreadable', url: '', title: '' };
  }
}

/**
 * Pocket's highlights, `annotations/part_000000.json` of its archive: `[{url, title, highlights: [{quote, created_at}]}]`
 * (`AnnotationsExportEntry` in Pocket’s own exporter). The articles themselves are in its CSV.
 */
export const POCKET_ANNOTATIONS: FileFormat<'pocketCsv'> = {
  name: 'pocketCsv',
  comesLast: true,
  fits: (head) => {
    const first = head.kind === 'json' ? listOf(head.value)[0] : undefined;
    const highlight = listOf(fieldOf(first, 'highlights'))[0];
    return hasKey(first, 'url') && hasKey(highlight, 'quote') && hasKey(highlight, 'created_at');
  },
  read: readAnnotations,
};
