// Drives the server through Microsoft's own client side of the protocol.
// node client.mjs SERVER FOLDER RESULT: edits a.txt in FOLDER, writes what it saw to RESULT.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import protocol from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-types';

const [server, folder, result] = process.argv.slice(2);
const uriOf = name => pathToFileURL(join(folder, name)).href;
const article = uriOf('a.txt');
const seen = {};

const child = spawn(server, ['serve', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
const exited = new Promise(resolve => child.on('exit', resolve));
const connection = protocol.createProtocolConnection(new protocol.StreamMessageReader(child.stdout), new protocol.StreamMessageWriter(child.stdin));
const published = new Map();
const waiting = [];
connection.onNotification(protocol.PublishDiagnosticsNotification.type, news => {
  published.set(`${news.uri}@${news.version}`, news.diagnostics);
  waiting.splice(0).forEach(wake => wake());
});
connection.onError(([error]) => { console.error(error); process.exit(3); });
connection.listen();

const findings = async version => {
  while (!published.has(`${article}@${version}`)) await new Promise(wake => waiting.push(wake));
  return published.get(`${article}@${version}`);
};
const codes = list => list.map(finding => finding.code).sort();

await connection.sendRequest(protocol.InitializeRequest.type, {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'newsroom' }],
  capabilities: {
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    textDocument: {
      publishDiagnostics: { versionSupport: true },
      hover: { contentFormat: ['markdown'] },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, dataSupport: true, resolveSupport: { properties: ['edit'] } },
      rename: { prepareSupport: true },
    },
  },
});
await connection.sendNotification(protocol.InitializedNotification.type, {});

let document = TextDocument.create(article, 'plaintext', 1, readFileSync(join(folder, 'a.txt'), 'utf8'));
const place = words => document.positionAt(document.getText().indexOf(words));
const at = words => ({ textDocument: { uri: article }, position: place(words) });
const change = async changes => {
  const text = changes.length === 0 ? document.getText() : TextDocument.applyEdits(document, changes);
  document = TextDocument.create(article, 'plaintext', document.version + 1, text);
  // All from the same text: sent from the last to the first, so that none moves another.
  const sent = [...changes].sort((one, other) => other.range.start.line - one.range.start.line || other.range.start.character - one.range.start.character);
  await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri: article, version: document.version },
    contentChanges: sent.map(edit => ({ range: edit.range, text: edit.newText })),
  });
  return findings(document.version);
};
const apply = async edit => {
  for (const step of edit.documentChanges) {
    const { uri, version } = step.textDocument;
    if (uri === article) {
      if (version !== document.version) throw new Error(`an edit of version ${version}, not ${document.version}`);
      await change(step.edits);
    } else {
      const path = fileURLToPath(uri);
      writeFileSync(path, TextDocument.applyEdits(TextDocument.create(uri, '', 0, readFileSync(path, 'utf8')), step.edits));
    }
  }
};

await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
  textDocument: { uri: article, languageId: 'plaintext', version: 1, text: document.getText() },
});
seen.opened = codes(await findings(1));
const end = document.positionAt(document.getText().length);
seen.edited = codes(await change([{ range: { start: end, end }, newText: '\n“We were lucky,\" she said.\n' }]));

const hover = await connection.sendRequest(protocol.HoverRequest.type, at('Vaughn'));
seen.hover = hover.contents.value;
const [target] = [await connection.sendRequest(protocol.DefinitionRequest.type, at('Vaughn'))].flat();
seen.definition = `${target.uri ?? target.targetUri}:${(target.targetSelectionRange ?? target.range).start.line}`;

const offered = await connection.sendRequest(protocol.CodeActionRequest.type, {
  textDocument: { uri: article }, range: { start: place('"'), end: place('"') }, context: { diagnostics: [] },
});
const fix = await connection.sendRequest(protocol.CodeActionResolveRequest.type, offered.find(action => action.title.startsWith('Change the marks')));
await apply(fix.edit);
seen.fixed = document.getText();

await connection.sendRequest(protocol.PrepareRenameRequest.type, at('Vaughn'));
await apply(await connection.sendRequest(protocol.RenameRequest.type, { ...at('Vaughn'), newName: 'Ada Hartley' }));
writeFileSync(join(folder, 'a.txt'), document.getText());

await connection.sendRequest(protocol.ShutdownRequest.type);
await connection.sendNotification(protocol.ExitNotification.type);
seen.exitCode = await exited;
writeFileSync(result, JSON.stringify(seen));
process.exit(0);
