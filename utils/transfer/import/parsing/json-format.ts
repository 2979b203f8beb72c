/** JSON exports of which each element of one list is a record. */
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord } from '../import-types.ts';
import { fieldOf, listOf, readJsonElements } from './json-elements.ts';

interface JsonShape<Name extends string> {
  name: Name;
  /** The key of the list; null for a file that is a list itself. */
  key: string | null;
  /** Whether the first element is of the product. */
  fitsFirst: (element: unknown) => boolean;
  toRecord: (element: unknown, at: string) => ImportRecord;
}

/** A format of which each element is a record. */
export function jsonFormat<const Name extends string>(shape: JsonShape<Name>): FileFormat<Name> {
  const { name, key, fitsFirst, toRecord } = shape;
  return {
    name,
    fits: (head) => {
      if (head.kind !== 'json') return false;
      const list = listOf(key === null ? head.value : fieldOf(head.value, key));
      return list.length > 0 && fitsFirst(list[0]);
    },
    read: async function* (file) {
      let count = 0;
      for await (const element of readJsonElements(file, key)) {
        count += 1;
        if (element.ok) yield toRecord(element.value, String(count));
        else yield { at: String(count), why: 'unreadable', url: '', title: '' };
      }
    },
  };
}
