import { TransferError } from '../../transfer-error.ts';
import type { ArchiveFile, ArchiveFormat } from '../format-types.ts';
import type { RecordStream } from '../import-types.ts';
import { inlineImages } from '../parsing/inline-pictures.ts';
import { readWholeText } from '../parsing/read-text.ts';
import { makeOffprintPageRecord } from './offprint-html.ts';

const CHAPTER_FILE = /^book\/article-\d+\.xhtml$/;
const IMAGE_PATH = /(?<=\ssrc=")images\/\d+\.[a-z]+(?=")/g;

/** @throws TransferError `book` if another program made it */
async function* readBook(archiveFiles: readonly ArchiveFile[]): RecordStream {
  const files = new Map(archiveFiles.map((file) => [file.name, file]));
  const chapters = archiveFiles.filter(({ name }) => CHAPTER_FILE.test(name));
  if (chapters.length === 0 || !files.has('book/package.opf'))
    throw new TransferError('book', 'an e-book without the chapters of our export');
  for (const { name, open } of chapters) {
    let page: string | null;
    try {
      page = await readWholeText(await open());
    } catch (error) {
      if (!(error instanceof TransferError)) throw error;
      page = null;
    }
    if (page === null) yield { at: name, why: 'unreadable', url: '', title: '' };
    else
      yield makeOffprintPageRecord(
        name,
        await inlineImages(page, IMAGE_PATH, (path) => files.get(`book/${path}`)),
      );
  }
}

/** Articles exported by Offprint as a book; see `export-epub.ts`. Books by other programs are refused. */
export const OFFPRINT_EPUB: ArchiveFormat<'epub'> = {
  name: 'epub',
  matchesArchive: async (files) => {
    const type = await files.find(({ name }) => name === 'mimetype')?.open();
    return type !== undefined && type.size < 100 && (await type.text()).trim() === 'application/epub+zip';
  },
  selectFiles: (files) => files,
  readArchive: readBook,
};
