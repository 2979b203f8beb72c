import { AddLinksSheet } from '../../components/library/AddLinksSheet.tsx';
import type { LinksTarget } from '../../utils/library/imports/add-links.ts';
import { previewLinks } from '../../utils/library/imports/preview-links.ts';
import type { LinkPreview } from '../../utils/library/view-types.ts';
import { detectFormat } from '../../utils/transfer/import/detect-format.ts';
import { readLines } from '../../utils/transfer/import/parsing/read-text.ts';
import { TransferError } from '../../utils/transfer/transfer-error.ts';

/** Size limit: a list that a person reviews before adding it is smaller. */
const LARGEST = 2_000_000;
const MAX_LINE_LENGTH = 20_000;

async function isList(file: File): Promise<boolean> {
  if (file.size > LARGEST) return false;
  try {
    return (await detectFormat(file)) === 'urlList';
  } catch (error) {
    if (error instanceof TransferError) return false;
    throw error;
  }
}

/**
 * Reads files that are plain lists of addresses.
 *
 * @returns their lines in any encoding, or the name of the first file that is no such list
 */
export async function readLinkFiles(files: readonly File[]): Promise<{ text: string } | { refused: string }> {
  const all: string[] = [];
  for (const file of files) {
    if (!(await isList(file))) return { refused: file.name };
    for await (const line of readLines(file, MAX_LINE_LENGTH)) all.push(line);
  }
  return { text: all.join('\n') };
}

/** The current list or tag by name, to which links are added. */
export interface LinksTo {
  place: LinksTarget;
  name: string;
}

interface Props {
  /** Pasted or dropped text; `''` if the user is going to type. */
  text: string;
  to: LinksTo | null;
  onAdd: (links: LinkPreview['newLinks']) => void;
  onClose: () => void;
}

/** Adds addresses to the library after checking which are saved already. */
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
