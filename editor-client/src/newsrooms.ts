import * as vscode from 'vscode';
import { contains, outermost } from './paths';

export const configurationName = 'quotetracker.yaml';

/** More than this many newsrooms in one workspace are not looked for. */
const mostNewsrooms = 200;

/**
 * The folders in which QuoteTracker speaks: those of the workspace that hold a `quotetracker.yaml`, and those a person asked for.
 * Nowhere else is anything underlined.
 */
export class Newsrooms implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher(`**/${configurationName}`, false, true, false);
  private readonly subscriptions: vscode.Disposable[];
  private readonly asked: vscode.Uri[] = [];
  private found: vscode.Uri[] = [];

  /** The folders are other ones than before. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const refresh = () => void this.refresh();
    this.subscriptions = [
      this.changed,
      this.watcher,
      this.watcher.onDidCreate(refresh),
      this.watcher.onDidDelete(refresh),
      vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    ];
  }

  /** No folder is inside another: a newsroom in a newsroom is found by the server. */
  get roots(): readonly vscode.Uri[] {
    return outermost([...this.found, ...this.asked]);
  }

  has(uri: vscode.Uri): boolean {
    return uri.scheme === 'file' && this.roots.some(root => contains(root.path, uri.path));
  }

  /** A folder without a `quotetracker.yaml`, for this session. */
  ask(folder: vscode.Uri): void {
    if (this.asked.some(known => known.path === folder.path)) return;
    this.asked.push(folder);
    this.changed.fire();
  }

  async refresh(): Promise<void> {
    const before = this.roots.map(String).join('\n');
    const files = await vscode.workspace.findFiles(`**/${configurationName}`, '**/node_modules/**', mostNewsrooms);
    this.found = files.filter(file => file.scheme === 'file').map(file => vscode.Uri.joinPath(file, '..'));
    if (this.roots.map(String).join('\n') !== before) this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
