/** Whether a file or folder is a folder or in it. Both are the paths of URIs: with slashes. */
export function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Without duplicates and without folders that are inside another, in alphabetical order. */
export function outermost<T extends { readonly path: string }>(folders: readonly T[]): T[] {
  const kept: T[] = [];
  for (const folder of [...folders].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    if (!kept.some(outer => contains(outer.path, folder.path))) kept.push(folder);
  }
  return kept;
}
