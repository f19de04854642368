import { chromium, type Browser, type Page } from 'playwright-core';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { InsideResult } from '../inside/runSuite';

const run = promisify(execFile);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface EditorOptions {
  /** VS Code's user settings. */
  readonly settings?: Record<string, unknown>;
  /** Whether the workspace is trusted; without, VS Code is restricted. */
  readonly trusted?: boolean;
}

/** VS Code with the packed extension installed, in a browser; with folders of its own that go when it does. */
export class Editor {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const entry = process.env['QUOTETRACKER_EDITOR']!;
    const folder = await mkdtemp(join(tmpdir(), 'quotetracker-editor-'));
    const port = await freePort();
    const environment = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data'), QUOTETRACKER_TEST_RESULTS: join(folder, 'results.json') };
    await mkdir(join(folder, 'user/User'), { recursive: true });
    await writeFile(join(folder, 'user/User/settings.json'), JSON.stringify({ ...quiet, ...options.settings }));
    const places = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', process.env['QUOTETRACKER_EXTENSIONS']!];
    const manners = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'];
    if (options.trusted !== false) manners.push('--disable-workspace-trust');
    const server = spawn(process.execPath, [entry, ...places, ...manners], { env: environment, stdio: 'ignore' });
    await answers(port);
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: browserArguments });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return new Editor(folder, port, server, browser, page);
  }

  /** A copy of the sample newsroom, since what is typed is saved. */
  async sample(name = 'newsroom'): Promise<string> {
    const copy = join(this.folder, 'work', name);
    await cp(here('../../../samples/newsroom'), copy, { recursive: true });
    return copy;
  }

  /** A copy of a newsroom of `test/fixtures`. */
  async fixture(name: string): Promise<string> {
    const copy = join(this.folder, 'work', name);
    await cp(here(`../fixtures/${name}`), copy, { recursive: true });
    return copy;
  }

  /** A folder with a quotation in it that is no newsroom. */
  async notes(): Promise<string> {
    const folder = join(this.folder, 'work', 'notes');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'notes.txt'), 'Ada Vaughn opened the fair. “It is a fair day,” Vaughn said.\n\n[quotetracker: ignore no-such-rule: so that there is a finding]\n\nThe fair closed.\n');
    return folder;
  }

  /** A workspace of these folders. */
  async workspace(folders: readonly string[]): Promise<string> {
    const file = join(this.folder, 'work', 'desk.code-workspace');
    await writeFile(file, JSON.stringify({ folders: folders.map(path => ({ path })) }));
    return file;
  }

  open(folder: string): Promise<void> {
    return this.visit(`folder=${encodeURIComponent(folder)}`);
  }

  /** A window without a folder. */
  openNothing(): Promise<void> {
    return this.visit('ew=true');
  }

  private async visit(query: string): Promise<void> {
    await this.page.goto(`http://127.0.0.1:${this.port}/?${query}`);
    await this.page.waitForSelector('.monaco-workbench .activitybar', { timeout: 60_000 });
  }

  /** Opens a file of the workspace, by keyboard. */
  async show(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.pick(name);
    await this.page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
  }

  /** Calls a command by its name in the palette, by keyboard. */
  async command(title: string): Promise<void> {
    // While extensions are being looked for, their commands are missing.
    await within(60, async () => {
      await this.page.keyboard.press('F1');
      const isPicked = await this.pick(title, 5000).then(() => true, () => false);
      if (!isPicked) await this.page.keyboard.press('Escape');
      return isPicked;
    });
  }

  /** Types into the list that is open, and takes what is found. */
  async pick(name: string, timeout = 30_000): Promise<void> {
    await this.page.waitForSelector('.quick-input-widget input', { timeout });
    await this.page.keyboard.type(name);
    await this.page.waitForSelector(`.quick-input-list .monaco-list-row.focused[aria-label*="${name}"]`, { timeout });
    await this.page.keyboard.press('Enter');
  }

  /** Runs a suite of `test/inside` in the extension host. */
  async runInside(suite: string, target: { folder: string } | { workspace: string }): Promise<InsideResult[]> {
    const authority = `vscode-remote://127.0.0.1:${this.port}`;
    const payload = [
      ['extensionDevelopmentPath', `${authority}${here('../inside/harness')}`],
      ['extensionTestsPath', `${authority}${here(`../../out-test/inside/${suite}.js`)}`],
    ];
    const [kind, path] = 'folder' in target ? ['folder', target.folder] : ['workspace', target.workspace];
    await this.page.goto(`http://127.0.0.1:${this.port}/?${kind}=${encodeURIComponent(path)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    const results = join(this.folder, 'results.json');
    return within(180, () => readFile(results, 'utf8').catch(() => undefined)).then(
      text => JSON.parse(text) as InsideResult[],
      async () => {
        throw new Error(`The suite ${suite} did not end. So far: ${await readFile(`${results}.so-far`, 'utf8').catch(() => 'nothing')}`);
      },
    );
  }

  async stop(): Promise<void> {
    await this.browser.close();
    const ended = new Promise(resolve => this.server.once('exit', resolve));
    this.server.kill();
    await ended;
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  static async install(vsix: string, extensions: string): Promise<void> {
    const user = await mkdtemp(join(tmpdir(), 'quotetracker-install-'));
    const environment = { ...process.env, XDG_CONFIG_HOME: user, XDG_DATA_HOME: user };
    await run(process.execPath, [process.env['QUOTETRACKER_EDITOR']!, '--user-data-dir', user, '--extensions-dir', extensions, '--install-extension', vsix], { env: environment });
    await rm(user, { recursive: true, force: true });
  }
}

const browserArguments = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'workbench.layoutControl.enabled': false,
};

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise(resolve => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function answers(port: number): Promise<void> {
  await within(60, async () => (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok);
}

export async function within<T>(seconds: number, look: () => Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${look.toString()}`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
