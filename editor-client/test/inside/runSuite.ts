import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';

/** Where the results go: the process outside waits for this file. What there is before all have run stands beside it. */
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
  const write = (suffix: string) => writeFileSync(process.env[resultsVariable]! + suffix, JSON.stringify(results));
  const add = (result: InsideResult) => {
    results.push(result);
    write('.so-far');
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: silent });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  try {
    define();
  } catch (error) {
    add({ title: 'the suite is declared', state: 'failed', milliseconds: 0, error: String(error instanceof Error ? error.stack : error) });
  }
  await new Promise<void>(resolve => {
    mocha
      .run(() => resolve())
      .on('pass', test => add({ title: test.fullTitle(), state: 'passed', milliseconds: test.duration ?? 0 }))
      .on('pending', test => add({ title: test.fullTitle(), state: 'pending', milliseconds: 0 }))
      .on('fail', (test, error: Error) => add({ title: test.fullTitle(), state: 'failed', milliseconds: test.duration ?? 0, error: error.stack ?? String(error) }));
  });
  write('');
}
