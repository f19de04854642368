// Bundles the extension into out/: extension.js, which looks whether there is a newsroom, and session.js, which is loaded only then.
import { build } from 'esbuild';
import { cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = new URL('..', import.meta.url);
const at = name => fileURLToPath(new URL(name, here));

export async function buildExtension() {
  await rm(at('out'), { recursive: true, force: true });
  await build({
    entryPoints: [at('src/extension.ts'), at('src/session.ts')],
    outdir: at('out'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', './session'],
    supported: { 'dynamic-import': false }, // a plain require: VS Code gives its own module to those
    legalComments: 'none',
    logLevel: 'warning',
  });
  // What the newsroom's files may hold, and the newsroom that the walkthrough opens.
  await rm(at('schemas'), { recursive: true, force: true });
  await rm(at('sample'), { recursive: true, force: true });
  await mkdir(at('schemas'));
  for (const name of ['quotetracker', 'speakers']) await cp(at(`../docs/schemas/${name}.schema.json`), at(`schemas/${name}.schema.json`));
  await cp(at('../samples/newsroom'), at('sample'), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExtension();
