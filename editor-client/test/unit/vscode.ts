// What the extension's parts that are tested here want of VS Code, which is nothing but a module that VS Code itself gives to extensions.
export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(value: T): void {
    this.listeners.forEach(listener => listener(value));
  }
}

export class Disposable {
  static from(...all: { dispose(): unknown }[]): Disposable {
    return { dispose: () => all.forEach(each => each.dispose()) };
  }
  dispose(): void {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export const StatusBarAlignment = { Left: 1, Right: 2 };

const editorChanged = new EventEmitter<unknown>();
const diagnosticsChanged = new EventEmitter<{ uris: unknown[] }>();

export const window = {
  activeTextEditor: undefined as { document: unknown } | undefined,
  onDidChangeActiveTextEditor: editorChanged.event,
  createStatusBarItem: () => ({ text: '', show() {}, hide() {}, dispose() {} }),
};

/** Brings a document to the front, as a person does. */
export function show(document: unknown): void {
  window.activeTextEditor = { document };
  editorChanged.fire(window.activeTextEditor);
}

export const languages = { onDidChangeDiagnostics: diagnosticsChanged.event };
export const workspace = { isTrusted: true };
