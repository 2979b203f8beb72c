/**
 * A Vitest reporter that writes the result of every test to the file named by `OFFPRINT_RESULTS`. Vitest's own JSON
 * does not contain the project, and thus the browser, of a result.
 */
import { writeFileSync } from 'node:fs';
import type { SerializedError, TestModule } from 'vitest/node';

export interface FileResult {
  project: string;
  /** Relative to the project's root. */
  file: string;
  /** Errors of the file itself: it could not be loaded, or a hook threw. */
  errors: string[];
  tests: { name: string; state: string; errors: string[] }[];
}

export interface RunResults {
  files: FileResult[];
  /** Unhandled errors. */
  unhandled: string[];
}

const describe = ({ stack, message }: { stack?: string; message?: string }): string => stack || message || '';

export default class ReportResults {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const place = process.env.OFFPRINT_RESULTS;
    if (place === undefined) throw new Error('OFFPRINT_RESULTS names no file');
    const files = modules.map((module): FileResult => {
      const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
      return {
        project: module.project.name,
        file: module.relativeModuleId,
        errors: [...module.errors(), ...suites].map(describe),
        tests: [...module.children.allTests()].map((test) => {
          const { state, errors = [] } = test.result();
          return { name: test.fullName, state, errors: errors.map(describe) };
        }),
      };
    });
    const results: RunResults = { files, unhandled: unhandled.map(describe) };
    writeFileSync(place, JSON.stringify(results));
  }
}
