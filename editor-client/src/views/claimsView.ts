import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { unsupported, type Claim, type ClaimStatus } from '../requests';
import type { Session } from '../session';
import { restriction } from '../trust';
import { capitalised, groupClaims, groupings, isOpen, shortened, type ClaimGroup, type Grouping } from './claimGroups';

const icons: Readonly<Record<ClaimStatus, [icon: string, color: string]>> = {
  unchecked: ['circle-large-outline', 'descriptionForeground'],
  verified: ['pass', 'quotetracker.verifiedUnderline'],
  disputed: ['warning', 'quotetracker.disputedUnderline'],
  corrected: ['pencil', 'quotetracker.correctedUnderline'],
  retracted: ['circle-slash', 'quotetracker.retractedForeground'],
};

type Node = ClaimGroup | Claim;
const isGroup = (node: Node): node is ClaimGroup => 'claims' in node;

/** The claims of the newsrooms, in the side bar. */
export class ClaimsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly tree: vscode.TreeView<Node>;
  private groups: ClaimGroup[] = [];
  private grouping: Grouping;
  claims: readonly Claim[] = [];

  /** The claims are other ones, or of another status. */
  readonly onDidChange = this.changed.event;
  readonly onDidChangeTreeData = this.changed.event;

  /** What the tree shows. */
  private answer: Claim[] | typeof unsupported | undefined;

  constructor(private readonly session: Session) {
    const kept = session.context.workspaceState.get<Grouping>('claimsGrouping');
    this.grouping = kept && groupings.includes(kept) ? kept : 'speaker';
    this.tree = vscode.window.createTreeView('quotetracker.claims', { treeDataProvider: this, showCollapseAll: true });
    this.tree.message = 'Claims come with the server.';
  }

  /** The claim that a command of the tree, or of the palette while one is selected, is about. */
  get selected(): Claim | undefined {
    const node = this.tree.selection[0];
    return node && !isGroup(node) ? node : undefined;
  }

  /** The claim at a place of a document. */
  at(uri: vscode.Uri, position: vscode.Position): Claim | undefined {
    const here = this.claims.filter(claim => claim.uri === uri.toString() && this.session.rangeOf(claim.range).contains(position));
    // Of a quotation in another the inner one is meant.
    return here.sort((a, b) => size(a) - size(b))[0];
  }

  async group(grouping: Grouping): Promise<void> {
    this.grouping = grouping;
    await this.session.context.workspaceState.update('claimsGrouping', grouping);
    this.show();
  }

  /** @returns False where the server could not answer now. */
  async refresh(): Promise<boolean> {
    const answer = await this.session.ask<Claim[]>('quotetracker/claims', {});
    if (answer === undefined) return false;
    this.claims = answer === unsupported ? [] : answer;
    this.tree.message = answer === unsupported ? 'This server keeps no claims. Update it, or use the one that comes with the extension.' : this.words();
    // A tree that is made anew takes the row from under whoever is at it.
    if (isDeepStrictEqual(answer, this.answer)) return true;
    this.answer = answer;
    this.show();
    return true;
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.groups;
    return isGroup(node) ? [...node.claims] : [];
  }

  getParent(node: Node): ClaimGroup | undefined {
    return isGroup(node) ? undefined : this.groups.find(group => group.claims.includes(node));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return isGroup(node) ? this.groupItem(node) : this.claimItem(node);
  }

  dispose(): void {
    vscode.Disposable.from(this.changed, this.tree).dispose();
  }

  private show(): void {
    void vscode.commands.executeCommand('setContext', 'quotetracker.claimsGrouping', this.grouping);
    this.groups = groupClaims(this.claims, this.grouping, uri => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
    this.tree.description = this.claims.length > 0 ? `${this.claims.length} in the ledger, ${this.claims.filter(isOpen).length} open` : '';
    this.changed.fire();
  }

  /** Empty where there is nothing to say. */
  private words(): string {
    const empty = this.claims.length === 0 ? 'No claim has been checked yet. Put the cursor into a quotation and call “Set the Status of the Claim Here”.' : '';
    return [empty, vscode.workspace.isTrusted ? '' : restriction].filter(Boolean).join(' ');
  }

  private groupItem(group: ClaimGroup): vscode.TreeItem {
    const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = group.key;
    item.description = group.open > 0 ? `${group.claims.length} · ${group.open} open` : String(group.claims.length);
    item.iconPath = new vscode.ThemeIcon({ speaker: 'person', status: 'checklist', article: 'file-text' }[this.grouping]);
    item.contextValue = 'group';
    item.accessibilityInformation = { label: `${group.label}: ${plural(group.claims.length, 'claim')}, ${group.open} open` };
    return item;
  }

  private claimItem(claim: Claim): vscode.TreeItem {
    const [icon, color] = icons[claim.status];
    const who = claim.speaker?.name ?? 'nobody named';
    const standing = [claim.status, ...(claim.lost ? ['words lost'] : claim.stale ? ['words changed since'] : [])].join(', ');
    const where = vscode.workspace.asRelativePath(vscode.Uri.parse(claim.uri));
    const item = new vscode.TreeItem(shortened(claim.words));
    item.id = `${this.grouping}:${claim.uri}#${claim.id}`;
    item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    item.description = { speaker: `${standing} · ${where}`, status: `${who} · ${where}`, article: `${who} · ${standing}` }[this.grouping];
    item.tooltip = [
      claim.words,
      `${who}, ${where}:${claim.range.start.line + 1}`,
      [capitalised(standing), claim.verdict, claim.source?.locator].filter(Boolean).join(' · '),
      [claim.checkedBy, claim.checkedOn].filter(Boolean).join(', '),
      claim.note,
    ].filter(Boolean).join('\n\n');
    item.contextValue = ['claim', claim.status, ...(claim.source ? ['sourced'] : [])].join(' ');
    item.accessibilityInformation = { label: `${capitalised(standing)}: claim of ${who}: ${shortened(claim.words)}, in ${where}` };
    item.command = { command: 'quotetracker.openClaim', title: 'Open Claim', arguments: [claim] };
    return item;
  }
}

/** Comparable sizes of two claims of one place. */
const size = ({ range }: Claim): number => (range.end.line - range.start.line) * 1e6 + range.end.character - range.start.character;

export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
