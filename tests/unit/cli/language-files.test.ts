import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { CliError } from '../../../cli/errors.ts';
import { openLanguageFiles } from '../../../cli/language-files.ts';
import { quoteText } from '../../../cli/quote-page.ts';

// @apart: a language that another test has learnt is known already.
it('throws if a file of the text’s language is missing', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-'));
  const warn = vi.spyOn(console, 'warn');
  try {
    const files = openLanguageFiles(pathToFileURL(`${folder}/`));
    const failure = await quoteText('„Vi har ventet længe nok,“ sagde Tilde Arnholt.', 'da', files).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(CliError);
    expect(String(failure)).toMatch(/no (?:words|tagger) for da: the program is not installed whole/);
    expect(warn).not.toHaveBeenCalled();
  } finally {
    warn.mockRestore();
    rmSync(folder, { recursive: true });
  }
});
