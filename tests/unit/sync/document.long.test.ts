/**
 * A reader of a remote store that was written only from docs/sync.md, without any code of the extension. If the document
 * becomes incomplete or wrong, it can't read what the extension has written.
 */
import { createHash, createHmac } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { setArticleNote } from '../../../utils/library/articles/article-note.ts';
import { changeTags, setArchived } from '../../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../../utils/library/articles/change-details.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { createList, removeList } from '../../../utils/library/lists/lists.ts';
import { saveQuay } from '../library/random-users.ts';
import { articleOn, fetchPictures, HARBOUR_TEXT, saveHarbour, twoDevices } from './harbour.ts';
import { settle } from './sync-devices.ts';

type Field = [stamp: string, value: unknown, seen?: Record<string, string>];
interface Thing {
  kind: string;
  gone: string | null;
  fields: Map<string, Field>;
}

const QUIET =
  /^(?:identity|missing|savedAt|openedAt|progress|finishedAt|archivedAt|deletedAt|position|createdAt|at:.*|picture:.*)$/s;

/** “Segments”: gzip, with its own length in an extra field, and zeros behind it. */
function unpack(bytes: Buffer): string {
  expect(bytes.subarray(10, 16).toString('hex')).toBe('08004f500400');
  const length = bytes.readUInt32LE(16);
  expect(bytes.subarray(length).every((byte) => byte === 0)).toBe(true);
  return gunzipSync(bytes.subarray(0, length)).toString();
}

class Reader {
  readonly #files: ReadonlyMap<string, Buffer>;
  #identity = '';
  readonly things = new Map<string, Thing>();
  readonly devices = new Map<string, string>();

  constructor(files: ReadonlyMap<string, Buffer>) {
    this.#files = files;
  }

  async #decrypt(name: string, passphrase?: string): Promise<Buffer> {
    const decrypter = new Decrypter();
    if (passphrase === undefined) decrypter.addIdentity(this.#identity);
    else decrypter.addPassphrase(passphrase.normalize('NFC'));
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`${name} is not there`);
    return Buffer.from(await decrypter.decrypt(file));
  }

  async open(passphrase: string): Promise<void> {
    const about = JSON.parse(String(this.#files.get('offprint-sync.json')));
    expect(about).toMatchObject({ format: 'offprint-sync', version: 1 });
    this.#identity = (await this.#decrypt('identity.age', passphrase)).toString().trim();
    for (const name of this.#files.keys()) {
      const [, device, number] = /^log\/([0-9a-f]{16})-(\d{8})\.age$/.exec(name) ?? [];
      if (device === undefined) continue;
      const [head, ...lines] = unpack(await this.#decrypt(name))
        .trim()
        .split('\n');
      const { name: called, ...segment } = JSON.parse(head ?? '');
      expect(segment).toMatchObject({ offprint: 'segment', device, number: Number(number) });
      this.devices.set(device, called);
      for (const line of lines) this.#takeIn(JSON.parse(line));
    }
    for (const { gone, fields } of this.things.values())
      for (const [name, [stamp]] of fields) if (gone !== null && stamp <= gone) fields.delete(name);
  }

  #takeIn(line: { key: string; kind: string; gone?: string; fields?: Record<string, Field> }): void {
    const { key, kind, gone = null, fields = {} } = line;
    const thing = this.things.get(key) ?? { kind, gone: null, fields: new Map() };
    this.things.set(key, thing);
    if (gone !== null && gone > (thing.gone ?? '')) thing.gone = gone;
    for (const [name, field] of Object.entries(fields))
      if (field[0] > (thing.fields.get(name)?.[0] ?? '')) thing.fields.set(name, field);
  }

  /** What there is of a kind, by its identity. */
  all(kind: string): Map<string, Map<string, unknown>> {
    const found = new Map<string, Map<string, unknown>>();
    for (const [key, thing] of this.things) {
      const written = [...thing.fields].filter(([name, [, value]]) => value !== null && !QUIET.test(name));
      if (thing.kind !== kind || (thing.gone !== null && written.length === 0)) continue;
      const values = new Map([...thing.fields].map(([name, [, value]]) => [name, value]));
      const identity = String(values.get('identity'));
      const what = kind === 'article' ? identity : `${kind}\n${identity}`;
      expect(this.#nameOf(kind === 'article' ? 'article' : 'record', what)).toBe(key);
      found.set(identity, values);
    }
    return found;
  }

  #nameOf(kind: string, what: string | Buffer): string {
    const names = createHash('sha256').update(`offprint sync names 1\n${this.#identity}`).digest();
    return createHmac('sha256', names).update(`${kind}\n`).update(what).digest('hex').slice(0, 30);
  }

  async text(name: string): Promise<{ html: string; text: string; quotes: unknown[] }> {
    const json = unpack(await this.#decrypt(`files/${name.slice(0, 2)}/${name}.age`));
    expect(this.#nameOf('text', json)).toBe(name);
    return JSON.parse(json);
  }

  async picture({ file, bytes }: { file: string; bytes: number }): Promise<Buffer> {
    const picture = (await this.#decrypt(`files/${file.slice(0, 2)}/${file}.age`)).subarray(0, bytes);
    expect(this.#nameOf('picture', picture)).toBe(file);
    return picture;
  }
}

it('is enough to read a place: articles, tags, lists, highlights, notes, pictures, and what is gone', async () => {
  const { a, b, place } = await twoDevices();
  const id = await saveHarbour(a, {}, { images: ['https://img.example/quay.png'] });
  await settle([a, b]);
  await fetchPictures(a, 'a picture');
  const { id: there } = await articleOn(b);
  await changeTags([there], { tagsToAdd: ['Große Fahrt', 'Sea'] }, b.db);
  await addHighlight(there, { start: 4, end: 11 }, { note: 'by heart', colour: 'blue' }, b.db);
  await settle([a, b]);
  await changeTags([id], { keysToRemove: ['Sea'] }, a.db);
  await setArticleNote(id, 'on all of it', a.db);
  await setArchived([id], true, a.db);
  const row = await articleOn(a);
  await changeDetails(id, { ...row, title: 'Put right' }, a.db);
  const list = await createList('Ports', null, a.db);
  const gone = await createList('Gone', null, b.db);
  await settle([a, b]);
  await removeList(gone.id, b.db);
  await saveQuay(b.db, 3, 1);
  await settle([a, b]);

  const files = new Map<string, Buffer>();
  for (const [name, file] of place.files) files.set(name, Buffer.from(await (file as Blob).arrayBuffer()));
  const reader = new Reader(files);
  await reader.open('ebb and flood');
  expect([...reader.devices.values()].toSorted()).toEqual(['Device 0', 'Device 1']);
  const articles = reader.all('article');
  expect([...articles.keys()].toSorted()).toEqual(['paper.example/2026/harbour', 'paper.example/quay-3']);
  const harbour = articles.get('paper.example/2026/harbour') ?? new Map();
  expect(harbour.get('text')).toMatchObject({ title: 'Harbour opens again', lang: 'en' });
  expect(harbour.get('detail:title')).toEqual({ shown: 'Put right' });
  expect(harbour.get('archivedAt')).toBeTypeOf('number');
  const [grosse, sea] = [harbour.get('tag:grosse fahrt'), harbour.get('tag:sea')];
  expect([grosse, sea]).toEqual([1, null]);
  const marks = [...harbour].filter(([name]) => name.startsWith('mark:'));
  const told = marks.map(([name, { text }]) => {
    const of = name.slice('mark:'.length);
    const notes = [...harbour].filter(([one]) => one.startsWith(`note:${of}:`)).map(([, note]) => note);
    return [text, notes.join(), harbour.get(`colour:${of}`)];
  });
  expect(told.toSorted()).toEqual([
    ['', 'on all of it', expect.any(String)],
    [HARBOUR_TEXT.slice(4, 11), 'by heart', 'blue'],
  ]);
  const body = await reader.text(harbour.get('text').body);
  expect(body.text).toBe(HARBOUR_TEXT);
  expect(body.quotes).toHaveLength(1);
  const picture = harbour.get('picture:https://img.example/quay.png');
  expect(picture).toMatchObject({ type: 'image/png' });
  expect(String(await reader.picture(picture))).toBe('a picture');
  const lists = [...reader.all('list').values()].map((fields) => fields.get('name'));
  expect(lists).toEqual([list.name]);
  expect([...reader.all('tag').values()].map((fields) => fields.get('name'))).toContain('Große Fahrt');
});
