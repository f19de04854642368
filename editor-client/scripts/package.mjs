// Writes dist/quotetracker-<platform>.vsix for each platform, or for those named: npm run package -- --target linux-x64
// With --keep-server the server that was published before is packed again: for work on the extension alone.
// Each holds the server for that platform, which needs nothing installed.
import { createVSIX } from '@vscode/vsce';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
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
    const missing = [...new Set([...error.stdout.matchAll(/NU110[123]: Unable to find (?:a stable )?package (Microsoft\.NETCore\.App\.[\w.-]*\w)/g)].map(([, name]) => name))];
    throw new Error(missing.length > 0 ? `the package registry does not serve ${missing.join(' and ')}, .NET itself for this platform` : `the server could not be published:\n${error.stdout}${error.stderr}`);
  });
}

/** How a program of each platform begins: the format's mark, then what tells the processor. */
const formats = {
  'linux-x64': file => file.readUInt32BE(0) === 0x7f454c46 && file.readUInt16LE(18) === 0x3e,
  'linux-arm64': file => file.readUInt32BE(0) === 0x7f454c46 && file.readUInt16LE(18) === 0xb7,
  'win-x64': file => file.toString('latin1', 0, 2) === 'MZ' && file.readUInt16LE(file.readUInt32LE(0x3c) + 4) === 0x8664,
  'osx-arm64': file => file.readUInt32LE(0) === 0xfeedfacf && file.readUInt32LE(4) === 0x0100000c,
};

/** That what goes into the package is a program for its platform, and, where that is this machine's, that it runs. */
async function checkServer(platform) {
  const program = at(`server/quotetracker${platform.startsWith('win') ? '.exe' : ''}`);
  if (!formats[platform](await readFile(program))) throw new Error(`the server is no program for ${platform}`);
  if (platforms[platform] !== `${process.platform}-${process.arch}`) return;
  const { stdout } = await run(program, ['extract', at('../samples/newsroom/news')]);
  if (!stdout.includes('"speaker"')) throw new Error('the server that was published finds nobody who speaks');
  // Rules in C# are compiled against the framework that is packed: nothing of it that they may use can be missing.
  await run(program, ['rules', 'test', '--allow-code-rules'], { cwd: at('../samples/newsroom') });
}

async function packageFor(platform) {
  if (!values['keep-server']) await publishServer(platform);
  await checkServer(platform);
  const packagePath = at(`dist/quotetracker-${platform}.vsix`);
  await createVSIX({ cwd: at('.'), target: platforms[platform], packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  const { size } = await stat(packagePath);
  if (size > mostBytes) {
    await rm(packagePath);
    throw new Error(`it would have ${inMegabytes(size)}; at most ${inMegabytes(mostBytes)} are wanted`);
  }
  return `dist/quotetracker-${platform}.vsix, ${inMegabytes(size)}`;
}

const inMegabytes = bytes => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const { values } = parseArgs({ options: { target: { type: 'string', multiple: true }, 'keep-server': { type: 'boolean' } } });
const targets = values.target ?? Object.keys(platforms);
const unknown = targets.filter(target => !(target in platforms));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(platforms).join(', ')}.`);

await mkdir(at('dist'), { recursive: true });
await buildExtension();
const outcomes = [];
for (const target of targets) {
  // What was packed before is not what was asked for now.
  await rm(at(`dist/quotetracker-${target}.vsix`), { force: true });
  try {
    outcomes.push(`written: ${await packageFor(target)}`);
  } catch (error) {
    // The others are written; whoever releases has to know that this one is not.
    outcomes.push(`NOT written: dist/quotetracker-${target}.vsix: ${error.message}`);
    process.exitCode = 1;
  }
}
console.log(`\n${outcomes.join('\n')}`);
