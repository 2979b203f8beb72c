import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runCommand } from '../run-command.ts';

const FOLDER = '.output/firefox-mv3';

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
  column?: number;
}

interface Report {
  errors: Finding[];
  warnings: Finding[];
}

/**
 * Assignments to innerHTML in shipped libraries, recognised by their context: Preact's for `dangerouslySetInnerHTML`
 * (which our linter forbids), DOMPurify's to an inert document.
 */
const KNOWN_ASSIGNMENTS = [/\.__html\b/, /\.createDocument\([\w$]+,[`'"]template[`'"],null\)/];

/** Number of characters of context that are examined; the build is minified. */
const CONTEXT_LENGTH = 200;

function isKnown(finding: Finding): boolean {
  if (finding.code !== 'UNSAFE_VAR_ASSIGNMENT' || !finding.message.includes('innerHTML')) return false;
  if (finding.file === undefined || finding.line === undefined || finding.column === undefined) return false;
  const lines = readFileSync(path.join(ROOT, FOLDER, finding.file), 'utf8').split('\n');
  const line = lines[finding.line - 1] ?? '';
  const around = line.slice(Math.max(0, finding.column - CONTEXT_LENGTH), finding.column + CONTEXT_LENGTH);
  return KNOWN_ASSIGNMENTS.some((pattern) => pattern.test(around));
}

const inWords = ({ code, message, file, line, column }: Finding): string =>
  `${code}: ${message} (${file ?? 'manifest'}${line === undefined ? '' : `:${line}:${column ?? 0}`})`;

/**
 * Runs Mozilla's linter on the Firefox build.
 *
 * @returns every error, and every unknown warning
 */
export async function lintFirefoxBuild(): Promise<string[]> {
  const { stdout, output } = await runCommand('web-ext', [
    'lint',
    '--source-dir',
    FOLDER,
    '--output',
    'json',
    '--no-config-discovery',
  ]);
  let report: Report;
  try {
    report = JSON.parse(stdout) as Report;
  } catch (error) {
    return [`web-ext gave no report (${(error as Error).message}): ${output.slice(-500)}`];
  }
  return [...report.errors, ...report.warnings.filter((warning) => !isKnown(warning))].map(inWords);
}
