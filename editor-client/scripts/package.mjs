// Writes dist/quotetracker-<platform>.vsix for each platform, or for those named: npm run package -- --target linux-x64
// With --keep-server the server that was published before is packed again: for work on the extension alone.
// Each holds the server for that platform, which needs nothing installed.
import { createVSIX } from '@vscode/vsce';
import { execFile } from 'node:child_process';
import { mkdir, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { buildExtension } from './build.mjs';

/** Ours are .NET's names of platforms; VS Code has its own. */
const platforms = { 'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'win-x64': 'win32-x64', 'osx-arm64': 'darwin-arm64' };
const mostBytes = 45 * 1024 * 1024;

const run = promisify(execFile);
const at = name => fileURLToPath(new URL(`../${name}`, import.meta.url));

async function publishServer(platform) {
  await rm(at('server'), { recursive: true, force: true });
  const options = ['-c', 'Release', '-r', platform, '-o', at('server'), '-p:BundledServer=true', '-m:1', '-nologo', '-v', 'q'];
  await run('dotnet', ['publish', at('../src/QuoteTracker.Cli'), ...options], { maxBuffer: 1 << 26 }).catch(error => {
    throw new Error(`The server for ${platform} could not be published:\n${error.stdout}${error.stderr}`);
  });
}

async function packageFor(platform) {
  if (!values['keep-server']) await publishServer(platform);
  const packagePath = at(`dist/quotetracker-${platform}.vsix`);
  await createVSIX({ cwd: at('.'), target: platforms[platform], packagePath, dependencies: false });
  const { size } = await stat(packagePath);
  console.log(`dist/quotetracker-${platform}.vsix ${(size / 1024 / 1024).toFixed(1)} MB`);
  if (size > mostBytes) throw new Error(`quotetracker-${platform}.vsix has ${size} bytes; at most ${mostBytes} are wanted.`);
}

const { values } = parseArgs({ options: { target: { type: 'string', multiple: true }, 'keep-server': { type: 'boolean' } } });
const targets = values.target ?? Object.keys(platforms);
const unknown = targets.filter(target => !(target in platforms));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(platforms).join(', ')}.`);

await mkdir(at('dist'), { recursive: true });
await buildExtension();
for (const target of targets) await packageFor(target);
