import { AddLinksSheet } from '../../components/library/AddLinksSheet.tsx';
import type { LinksTarget } from '../../utils/library/imports/add-links.ts';
import { previewLinks } from '../../utils/library/imports/preview-links.ts';
import type { LinkPreview } from '../../utils/library/view-types.ts';
import { detectFormat } from '../../utils/transfer/import/detect-format.ts';
import { readLines } from '../../utils/transfer/import/parsing/read-text.ts';
import { TransferError } from '../../utils/transfer/transfer-error.ts';

/** Larger files can't be lists that a user would review before adding. */
const MAX_LIST_BYTES = 2_000_000;
const MAX_LINE_LENGTH = 20_000;

async function isUrlList(file: File): Promise<boolean> {
  if (file.size > MAX_LIST_BYTES) return false;
  try {
    return (await detectFormat(file)) === 'urlList';
  } catch (error) {
    if (error instanceof TransferError) return false;
    throw error;
  }
}

/**
 * Reads files that are plain lists of addresses, in any encoding.
 *
 * @returns their lines, or the name of the first file that is not such a list
 */
export async function readLinkFiles(files: readonly File[]): Promise<{ text: string } | { refused: string }> {
  const lines: string[] = [];
  for (const file of files) {
    if (!(await isUrlList(file))) return { refused: file.name };
    for await (const line of readLines(file, MAX_LINE_LENGTH)) lines.push(line);
  }
  return { text: lines.join('\n') };
}

/** The list or tag to which links are added, with its name. */
export interface LinksDestination {
  place: LinksTarget;
  name: string;
}

interface Props {
  /** Pasted or dropped text; `''` if the user is going to type. */
  text: string;
  to: LinksDestination | null;
  onAdd: (links: LinkPreview['newLinks']) => void;
  onClose: () => void;
}

/** Dialog that adds addresses to the library, after checking which are already saved. */
export function AddLinksScreen({ to, ...props }: Props) {
  return (
    <AddLinksSheet
      {...props}
      destination={to && (to.place.tag === undefined ? { list: to.name } : { tag: to.name })}
      checkLinks={(text) => previewLinks(text)}
      hrefOf={(id) => `reader.html?${new URLSearchParams({ id })}`}
    />
  );
}
