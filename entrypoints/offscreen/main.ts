import { type DigestTask, digest } from '../../utils/library/articles/digest-page.ts';
import { answerDomTasks } from '../../utils/platform/parse-page.ts';
import { runImportsBeside } from '../shared/run-imports-beside.ts';

let importing: Promise<void> | null = null;

/** The background may have been stopped in the middle, and asks again: they go on meanwhile. */
function runImports(): Promise<void> {
  importing ??= runImportsBeside(digest).finally(() => {
    importing = null;
  });
  return importing;
}

// Only our own background reaches this; see `answerDomTasks`.
answerDomTasks((task) => {
  const wanted = task as DigestTask | { kind: 'imports' };
  return wanted.kind === 'imports' ? runImports() : digest(wanted);
});
