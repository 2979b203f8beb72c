/** The command `offprint-quotes`, which reads files and prints a line of JSON for each. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { LanguageFiles } from '../utils/quotes/extract-quotes.ts';
import { checkIsPage } from './check-is-page.ts';
import { CliError } from './errors.ts';
import { type QuotedArticle, quotePage, quoteText } from './quote-page.ts';

const USAGE = `Usage: offprint-quotes [options] <file>...

Finds quotes and their speakers in saved news pages. Prints a line of JSON per file:
url, isArticle, title, byline, siteName, publishedAt, lang, text,
quotes (text, start, end, resolvedSpeaker, role, cue, ...) and voices.

Options:
  --url <address>   the page's address; by default, the one that the page declares
  --text            the files are plain text in UTF-8, not HTML
  --lang <code>     the language of plain text; detected by default
  --help            print this help
  --version         print the version

"-" stands for standard input. Exit status: 0 if all files were read, 1 if a file could
not be read (the others are printed), 2 if the arguments are invalid.
`;

/** Input and output of the command. Replaced in tests. */
export interface Streams {
  /**
   * Reads a file, or standard input if it is `-`.
   *
   * @throws Error with an error code of Node
   */
  read: (file: string) => Promise<Uint8Array>;
  /**
   * Writes a line, and resolves when it is written, so that output is not faster than its reader.
   *
   * @returns false if the reader has closed the pipe, as `head` does
   * @throws Error with an error code of Node
   */
  out: (line: string) => Promise<boolean>;
  /** Writes an error message of one line. */
  err: (line: string) => void;
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of input) parts.push(part);
  return Buffer.concat(parts);
}

const PROCESS: Streams = {
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
  EACCES: 'permission was denied',
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
    throw new CliError('it is not UTF-8 text', { cause: error });
  }
}

function parseOptions(args: readonly string[]) {
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

/** Returns what is wrong with the arguments, or null. */
function findUsageError({ values, positionals }: ReturnType<typeof parseOptions>): string | null {
  const { url, text, lang } = values;
  if (positionals.length === 0) return 'no file was given';
  if (lang !== undefined && !text) return '--lang requires --text; pages declare their language';
  if (url === undefined) return null;
  if (text) return '--url can’t be used with --text';
  if (positionals.length > 1) return '--url requires a single file';
  return /^https?:/i.test(url) && URL.canParse(url) ? null : `--url ${url}: not a web address`;
}

/**
 * Runs the command.
 *
 * @param args the command's arguments
 * @param version printed by `--version`
 * @param files reads words and taggers
 * @returns the exit status
 */
export async function run(
  args: readonly string[],
  version: string,
  files: LanguageFiles,
  streams: Streams = PROCESS,
): Promise<0 | 1 | 2> {
  const printError = (message: string): void => streams.err(`offprint-quotes: ${message}`);
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(args);
  } catch (error) {
    printError((error as Error).message);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help || values.version) {
    await streams.out(values.help ? USAGE.trimEnd() : version);
    return 0;
  }
  const problem = findUsageError(parsed);
  if (problem !== null) {
    printError(`${problem}. See offprint-quotes --help`);
    return 2;
  }
  const options = { url: values.url ?? null, lang: values.lang ?? null, isText: values.text };
  let status: 0 | 1 = 0;
  for (const file of positionals) {
    let line: string;
    try {
      line = JSON.stringify({ file, ...(await quoteFile(file, options, files, streams)) });
    } catch (error) {
      // If a page causes an error in the parser or an engine, continue with the next file.
      const isOurs = error instanceof CliError;
      const message = error instanceof Error ? error.message : String(error);
      printError(`${file}: ${isOurs ? message : `it could not be read (${message})`}`);
      status = 1;
      continue;
    }
    try {
      if (!(await streams.out(line))) return status;
    } catch (error) {
      // After a write error, such as a full disk, further lines would fail as well.
      printError(`the output could not be written: ${(error as Error).message}`);
      return 1;
    }
  }
  return status;
}
