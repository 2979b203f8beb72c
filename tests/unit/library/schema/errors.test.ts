import { describe, expect, it } from 'vitest';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import {
  LibraryFullError,
  LibraryUnavailableError,
  toLibraryError,
} from '../../../../utils/library/schema/errors.ts';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { makeSave } from '../make-article.ts';

const full = new DOMException('full', 'QuotaExceededError');

describe('toLibraryError', () => {
  it('recognises a full disk, however deeply the error is nested', () => {
    expect(toLibraryError(full)).toBeInstanceOf(LibraryFullError);
    // Chromium aborts the transaction; the database layer wraps that.
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError', inner: full });
    expect(toLibraryError(aborted)).toBeInstanceOf(LibraryFullError);
    expect(toLibraryError(new Error('not saved', { cause: aborted }))).toBeInstanceOf(LibraryFullError);
  });

  it('returns unknown errors unchanged', () => {
    for (const error of [new TypeError('a mistake of ours'), 'a string', null, undefined]) {
      expect(toLibraryError(error)).toBe(error);
    }
    const circular = new Error('circle');
    circular.cause = circular;
    expect(toLibraryError(circular)).toBe(circular);
  });

  it('recognises a browser without storage, as in some private windows', async () => {
    const db = new LibraryDb('offprint');
    await expect(saveArticle(makeSave(), db)).rejects.toBeInstanceOf(LibraryUnavailableError);
  });
});
