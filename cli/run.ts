/** The command, which reads arguments and writes JSON lines. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { LanguageFiles } from '../utils/quotes/extract-quotes.ts';
import { checkIsPage } from './check-is-page.ts';
import { CliError } from './errors.ts';
import { type QuotedArticle, quotePage, quoteText } from './quote-page.ts';

const USAGE = `Usage: offprint-quotes [options] <file>...

Finds who says what in saved news pages. Prints a line of JSON for each file:
url, isArticle, title, byline, siteName, publishedAt, lang, text,
quotes (text, start, end, resolvedSpeaker, role, cue, ...) and voices.

Options:
  --url <address>   where the page was found; else what the page says of itself
  --text            the files are plain text in UTF-8, no pages
  --lang <code>     the language of plain text; else found out from the text
  --help            print this
  --version         print the version

"-" stands for standard input. Exit status: 0 when every file was read, 1 when one
was not (the others are printed), 2 when the command was not understood.
`;

/** Input and output of the command: the process, or a test. */
export interface Streams {
  /**
   * Reads a file.
   *
   * @throws Error with one of Node's codes if that fails
   */
  read: (file: string) => Promise<Uint8Array>;
  /**
   * Writes a line, and resolves when it is written, so that output waits for the reader.
   *
   * @returns false if the reader has closed the pipe, like `head`
   * @throws Error with one of Node's codes if writing fails
   */
  out: (line: string) => Promise<boolean>;
  /** Writes an error message, one line each. */
  err: (line: string) => void;
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(part);
  return Buffer.concat(parts);
}

export const PROCESS: Streams = {
  read: (file) => (file === '-' ? readAll(process.stdin) : readFile(file)),
  out: (line) =>
    new Promise((resolve, reject) => {
      process.stdout.write(`${line}\n`, (error) => {
        if (error == null) resolve(true);
        else if ((error as NodeJS.ErrnoException).code === 'EPIPE') resolve(false);
        else reject(error);
      });
    }),
  err: (line) => process.stderr.write(`${line}\n`),
};

const READ_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

async function read(file: string, { read: readBytes }: Streams): Promise<Uint8Array> {
  try {
    return await readBytes(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new CliError(READ_FAILURES[code] ?? message, { cause: error });
  }
}

interface Options {
  url: string | null;
  lang: string | null;
  isText: boolean;
}

async function quoteFile(
  file: string,
  { url, lang, isText }: Options,
  files: LanguageFiles,
  streams: Streams,
): Promise<QuotedArticle> {
  const bytes = await read(file, streams);
  if (isText) return quoteText(decodeText(bytes), lang, files);
  checkIsPage(bytes);
  return quotePage(bytes, url, files);
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CliError('it is not text in UTF-8', { cause: error });
  }
}

function readOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      text: { type: 'boolean', default: false },
      lang: { type: 'string' },
      help: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
    },
  });
}

/** The error in the arguments, or null. */
function findMisuse({ values, positionals }: ReturnType<typeof readOptions>): string | null {
  const { url, text, lang } = values;
  if (positionals.length === 0) return 'no file was named';
  if (lang !== undefined && !text) return '--lang is for --text; a page says its language itself';
  if (url === undefined) return null;
  if (text) return '--url is for pages, and not for --text';
  if (positionals.length > 1) return '--url is the address of one page, and several files were named';
  return /^https?:/i.test(url) && URL.canParse(url) ? null : `--url ${url}: not an address of the web`;
}

/**
 * Runs the command.
 *
 * @param args without those of Node
 * @param version printed by `--version`
 * @returns the exit status
 */
export async function run(
  args: readonly string[],
  version: string,
  files: LanguageFiles,
  streams: Streams = PROCESS,
): Promise<0 | 1 | 2> {
  const say = (what: string): void => streams.err(`offprint-quotes: ${what}`);
  let parsed: ReturnType<typeof readOptions>;
  try {
    parsed = readOptions(args);
  } catch (error) {
    say((error as Error).message);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help || values.version) {
    await streams.out(values.help ? USAGE.trimEnd() : version);
    return 0;
  }
  const wrong = findMisuse(parsed);
  if (wrong !== null) {
    say(`${wrong}. offprint-quotes --help tells how to use it`);
    return 2;
  }
  const options = { url: values.url ?? null, lang: values.lang ?? null, isText: values.text };
  let status: 0 | 1 = 0;
  for (const file of positionals) {
    let line: string;
    try {
      line = JSON.stringify({ file, ...(await quoteFile(file, options, files, streams)) });
    } catch (error) {
      // A page that causes an error in the parser or an engine does not stop the following ones.
      const isOurs = error instanceof CliError;
      const what = error instanceof Error ? error.message : String(error);
      say(`${file}: ${isOurs ? what : `it could not be read (${what})`}`);
      status = 1;
      continue;
    }
    try {
      if (!(await streams.out(line))) return status;
    } catch (error) {
      // After a write error, such as a full disk, further lines would fail as well.
      say(`the answer could not be written: ${(error as Error).message}`);
      return 1;
    }
  }
  return status;
}
