import { TransferError } from '../transfer-error.ts';
import type { ZipArchive } from '../zip/zip-reader.ts';
import { type FilePart, ZipWriter } from '../zip/zip-writer.ts';
import type { ArchiveFile, FileHead } from './format-types.ts';
import { parseFileHead } from './read-head.ts';

/** Folders, hidden files, and files added by operating systems. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.)|\/$|(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i;

/** Lists the files of an archive, sorted by name, without system files. */
export function listFiles(zip: ZipArchive): ArchiveFile[] {
  const files = zip.entries
    .filter(({ name }) => !SYSTEM_FILE.test(name))
    .map((entry): ArchiveFile => {
      const open = async (): Promise<Blob> => new Blob([await zip.bytes(entry)]);
      // Not cached, since an archive may contain many thousand files.
      const head = async (): Promise<FileHead | null> => {
        try {
          return await parseFileHead(await open());
        } catch (error) {
          if (error instanceof TransferError) return null;
          throw error;
        }
      };
      return { name: entry.name, open, head };
    });
  return files.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** Maximum size of an article's text in bytes. */
const MAX_TEXT_BYTES = 32 * 2 ** 20;

/**
 * Reads a text file of an archive. Returns null if it is missing, empty, damaged or too long, since the address is
 * still worth importing.
 */
export async function readArchiveText(file: ArchiveFile | undefined): Promise<string | null> {
  const blob = await openOrNull(file);
  if (blob === null || blob.size > MAX_TEXT_BYTES) return null;
  const text = await blob.text();
  return text.trim() === '' ? null : text;
}

/** Unpacks a file. Returns null if it is missing or damaged. */
export async function openOrNull(file: ArchiveFile | undefined): Promise<Blob | null> {
  try {
    return (await file?.open()) ?? null;
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

/**
 * Packs several files into one ZIP file, so that they are imported together. Archives are added as nested archives.
 *
 * @param files at least one
 */
export async function bundleFiles(files: readonly File[]): Promise<Blob> {
  const parts: FilePart[] = [];
  const writer = new ZipWriter((part) => {
    parts.push(part);
  });
  const names = new Set<string>();
  for (const file of files) {
    const safeName = file.name.replace(/[\\/:\p{Cc}]/gu, '_').replace(/^\.+/, '_') || '_';
    let name = safeName;
    for (let n = 2; names.has(name); n += 1) name = `${n} ${safeName}`;
    names.add(name);
    await writer.add(name, file);
  }
  await writer.finish();
  return new Blob(parts, { type: 'application/zip' });
}
