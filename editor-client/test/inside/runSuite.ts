import Mocha from 'mocha';
import { writeFile } from 'node:fs/promises';

/** Where the results go: the process outside waits for this file. */
const resultsVariable = 'QUOTETRACKER_TEST_RESULTS';

export interface InsideResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'pending';
  readonly milliseconds: number;
  readonly error?: string;
}

/** The results are collected below; Mocha insists on a reporter. */
const silent = class extends Mocha.reporters.Base {};

/** Runs the tests that `define` declares, in the extension host, and writes what came of each. */
export async function runSuite(define: () => void): Promise<void> {
  const results: InsideResult[] = [];
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: silent });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  await new Promise<void>(resolve => {
    mocha
      .run(() => resolve())
      .on('pass', test => results.push({ title: test.fullTitle(), state: 'passed', milliseconds: test.duration ?? 0 }))
      .on('pending', test => results.push({ title: test.fullTitle(), state: 'pending', milliseconds: 0 }))
      .on('fail', (test, error: Error) => results.push({ title: test.fullTitle(), state: 'failed', milliseconds: test.duration ?? 0, error: error.stack ?? String(error) }));
  });
  await writeFile(process.env[resultsVariable]!, JSON.stringify(results));
}
