import { arch, platform, release } from 'node:os';
import * as vscode from 'vscode';
import { issueText } from './issueReport';
import type { Session } from './session';

/** The facts of this editor as the text of an issue. */
export function collectIssue(context: vscode.ExtensionContext, session: Session | undefined): string {
  const manifest = context.extension.packageJSON as { version: string; contributes: { configuration: { properties: Record<string, unknown> }[] } };
  const names = manifest.contributes.configuration.flatMap(section => Object.keys(section.properties));
  const info = session?.client?.initializeResult?.serverInfo;
  return issueText({
    extension: manifest.version,
    editor: `${vscode.env.appName} ${vscode.version}`,
    system: `${platform()} ${release()} ${arch()}`,
    server: info ? `${info.name} ${info.version ?? ''}`.trim() : 'none',
    isOwnServer: session?.program?.isOwn ?? true,
    condition: session?.condition ?? 'not started',
    restarts: session?.crashes ?? 0,
    isTrusted: vscode.workspace.isTrusted,
    newsrooms: session?.newsrooms.roots.length ?? 0,
    theme: vscode.ColorThemeKind[vscode.window.activeColorTheme.kind],
    settings: Object.fromEntries(names.map(name => [name, vscode.workspace.getConfiguration().get(name)])),
  });
}
