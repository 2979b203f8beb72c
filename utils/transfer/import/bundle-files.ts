/** Several files as one, so that they are looked at and imported together. */
import { type FilePart, ZipWriter } from '../zip/zip-writer.ts';

/**
 * An archive of files, each under its name; archives among them stay as they are.
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
    const plain = file.name.replace(/[\\/:\p{Cc}]/gu, '_').replace(/^\.+/, '_') || '_';
    let name = plain;
    for (let n = 2; names.has(name); n += 1) name = `${n} ${plain}`;
    names.add(name);
    await writer.add(name, file);
  }
  await writer.finish();
  return new Blob(parts, { type: 'application/zip' });
}
