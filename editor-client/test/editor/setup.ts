import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Editor } from './editor';

/** The files of `test/inside` that run in the extension host. */
const suites = ['newsroom', 'claims', 'sources', 'failures', 'folders', 'notes', 'untrusted'];

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Installs the editor and the packed extension, and bundles the tests that run inside it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const vsix = at('dist/quotetracker-linux-x64.vsix');
  if (!existsSync(vsix)) throw new Error('There is no packed extension to test: npm run package -- --target linux-x64');
  process.env['QUOTETRACKER_EDITOR'] = execFileSync('bash', [at('scripts/install-editor.sh')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n').at(-1)!;
  const extensions = await mkdtemp(join(tmpdir(), 'quotetracker-extensions-'));
  process.env['QUOTETRACKER_EXTENSIONS'] = extensions;
  await Editor.install(vsix, extensions);
  await build({
    entryPoints: suites.map(name => at(`test/inside/${name}.ts`)),
    outdir: at('out-test/inside'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return () => rm(extensions, { recursive: true, force: true });
}
