import dns from 'node:dns';
import { readdir, readFile, readlink } from 'node:fs/promises';
import net from 'node:net';

/** Anything of the packed extension in a stack. */
const ours = /quotetracker\.quotetracker-/;

/** Notes, from now on, what the extension's own code asks of the network. */
export function watchNetwork() {
  const calls: string[] = [];
  const note = (name: string) => {
    const stack = new Error(name).stack ?? '';
    if (ours.test(stack)) calls.push(stack);
  };
  wrap(net.Socket.prototype, 'connect', note);
  wrap(dns, 'lookup', note);
  wrap(globalThis, 'fetch', note);
  return { calls: () => calls, socketsOf };
}

function wrap(owner: object, name: string, note: (name: string) => void): void {
  const members = owner as Record<string, (...given: unknown[]) => unknown>;
  const original = members[name]!;
  members[name] = function (this: unknown, ...given: unknown[]) {
    note(name);
    return original.apply(this, given);
  };
}

/** The network sockets of a process, as Linux lists them. */
async function socketsOf(pid: number): Promise<string[]> {
  const links = await Promise.all((await readdir(`/proc/${pid}/fd`)).map(fd => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  const inodes = new Set(links.flatMap(link => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const lines = await Promise.all(['tcp', 'tcp6', 'udp', 'udp6'].map(async table => (await readFile(`/proc/${pid}/net/${table}`, 'utf8')).split('\n').slice(1)));
  return lines.flat().filter(line => inodes.has(line.trim().split(/\s+/)[9] ?? ''));
}
