import { type FilePart, ZipWriter } from '../../../utils/transfer/zip/zip-writer.ts';

/** A ZIP file of some texts. */
export async function writeZip(
  files: readonly (readonly [name: string, content: string | Blob])[],
): Promise<Blob> {
  const parts: FilePart[] = [];
  const writer = new ZipWriter((part) => {
    parts.push(part);
  });
  for (const [name, content] of files) await writer.add(name, content);
  await writer.finish();
  return new Blob(parts);
}
