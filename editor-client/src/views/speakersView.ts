import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { unsupported, type Speaker } from '../requests';
import type { Session } from '../session';
import { plural } from './claimsView';

const icons: Readonly<Record<Speaker['kind'], string>> = { person: 'person', organisation: 'organization', document: 'file-text', unknown: 'question' };

/** Those of the registry, and those whom articles quote without an entry, in the side bar. */
export class SpeakersView implements vscode.TreeDataProvider<Speaker>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly tree: vscode.TreeView<Speaker>;
  speakers: readonly Speaker[] = [];
  /** What the tree shows. */
  private answer: Speaker[] | typeof unsupported | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly session: Session) {
    this.tree = vscode.window.createTreeView('quotetracker.speakers', { treeDataProvider: this });
    this.tree.message = 'Speakers come with the server.';
  }

  /** @returns False where the server could not answer now. */
  async refresh(): Promise<boolean> {
    const answer = await this.session.ask<Speaker[]>('quotetracker/speakers', {});
    if (answer === undefined) return false;
    // A tree that is made anew takes the row from under whoever is at it.
    if (isDeepStrictEqual(answer, this.answer)) return true;
    this.answer = answer;
    this.speakers = answer === unsupported ? [] : answer;
    this.tree.message = answer === unsupported ? 'This server lists no speakers. Update it, or use the one that comes with the extension.' : this.speakers.length === 0 ? 'The registry has no speakers yet.' : '';
    this.changed.fire();
    return true;
  }

  getChildren(speaker?: Speaker): Speaker[] {
    return speaker ? [] : [...this.speakers];
  }

  getTreeItem(speaker: Speaker): vscode.TreeItem {
    const item = new vscode.TreeItem(speaker.name);
    const quoted = speaker.quotations === 0 ? 'not quoted' : plural(speaker.quotations, 'quotation');
    const standing = speaker.id === undefined ? 'not in the registry' : speaker.role;
    item.iconPath = new vscode.ThemeIcon(icons[speaker.kind] ?? icons.unknown);
    item.description = [standing, quoted].filter(Boolean).join(' · ');
    item.tooltip = [speaker.name, standing, quoted].filter(Boolean).join('\n\n');
    item.contextValue = 'speaker placed';
    item.accessibilityInformation = { label: `${speaker.name}, ${speaker.kind === 'unknown' ? '' : `${speaker.kind}, `}${standing ? `${standing}, ` : ''}${quoted}` };
    item.command = { command: 'quotetracker.openSpeaker', title: 'Open Entry of Speaker', arguments: [speaker] };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(this.changed, this.tree).dispose();
  }
}
