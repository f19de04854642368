// Writes the settings of the extension into package.json: those of the server, which it lists itself, and the extension's own, from settings.json.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const at = name => fileURLToPath(new URL(`../${name}`, import.meta.url));
const run = promisify(execFile);

const { stdout } = await run('dotnet', ['run', '--project', at('../src/QuoteTracker.Cli'), '--', 'serve', '--list-settings']);
const properties = {};
for (const { name, default: value, description, isPersonal } of JSON.parse(stdout))
  properties[`quotetracker.${name}`] = { type: typeof value, default: value, ...(isPersonal ? { scope: 'machine' } : {}), description };

const manifest = JSON.parse(await readFile(at('package.json'), 'utf8'));
const own = JSON.parse(await readFile(at('settings.json'), 'utf8'));
manifest.contributes.configuration = [{ title: 'Reading and checking', properties }, ...own];
await writeFile(at('package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
