/** The files of an archive, for formats to look at and to read. */
import { TransferError } from '../transfer-error.ts';
import type { ZipArchive } from '../zip/zip-reader.ts';
import type { ArchiveFile, FileHead } from './format-types.ts';
import { readFileHead } from './read-head.ts';

/** Put there by systems, or hidden. */
const NOT_OURS = /(?:^|\/)(?:__MACOSX\/|\.)|\/$|(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i;

/** Files of an archive that are somebody's to read, in order of their names. */
export function filesOf(zip: ZipArchive): ArchiveFile[] {
  const files = zip.entries
    .filter(({ name }) => !NOT_OURS.test(name))
    .map((entry): ArchiveFile => {
      const open = async (): Promise<Blob> => new Blob([await zip.bytes(entry)]);
      // Not kept: an archive may have many thousand files.
      const head = async (): Promise<FileHead | null> => {
        try {
          return await readFileHead(await open());
        } catch (error) {
          if (error instanceof TransferError) return null;
          throw error;
        }
      };
      return {
        name: entry.name,
        open,
        head,
      };
    });
  return files.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
