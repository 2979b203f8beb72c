/**
 * `npx node tools/fit/labelled-texts.ts <folder>`: combines the labels of `labels/said.json` with the texts of a
 * folder. The texts belong to their publishers and are not in the repository. Put those you may use into
 * `<folder>/texts/<id>.txt`: headline, blank line, paragraphs. The command lists missing texts and texts that differ
 * from the labelled version, and writes `<folder>/said.json` with the labels of all others, for the other scripts in
 * this folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Labels {
  lang: string;
  site: string;
  url?: string;
  repository?: string;
  path?: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  sha256: string;
  quotes: { start: number; end: number; kind: string; speaker: string | null; aliases?: string[] }[];
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npx node tools/fit/labelled-texts.ts <folder with texts/>');
  process.exit(2);
}
const all = JSON.parse(readFileSync(new URL('labels/said.json', import.meta.url), 'utf8')) as Record<
  string,
  Labels
>;
const usable: Record<string, unknown> = {};
for (const [id, { lang, site, url, repository, path: file, sha256, quotes }] of Object.entries(all)) {
  const source = url ?? (repository === undefined ? site : `${repository}/${file}`);
  const textFile = path.join(folder, 'texts', `${id}.txt`);
  if (!existsSync(textFile)) {
    console.log(`missing: ${id} (${source})`);
    continue;
  }
  const text = readFileSync(textFile, 'utf8');
  if (createHash('sha256').update(text).digest('hex') !== sha256) {
    console.log(`not the text that was labelled: ${id} (${source})`);
    continue;
  }
  usable[id] = {
    lang,
    quotes: quotes.map((quote) => ({
      text: text.slice(quote.start, quote.end),
      aliases: [],
      role: null,
      ...quote,
    })),
  };
}
writeFileSync(path.join(folder, 'said.json'), JSON.stringify(usable, null, 1));
console.log(`${Object.keys(usable).length} of ${Object.keys(all).length} texts can be used`);
