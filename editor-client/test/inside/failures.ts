import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runSuite } from './runSuite';
import { article, eventually, session } from './steps';

export const run = () =>
  runSuite(() => {
    describe('A server that fails', () => {
      it('is started again where it was killed, and says what it said', async () => {
        const document = await article('tabloid/gull.txt');
        const { client } = await session();
        const before = client!.serverProcess!.pid!;
        process.kill(before, 'SIGKILL');
        await eventually(async () => (await session()).crashes === 1);
        await eventually(() => client!.serverProcess?.pid !== before && client!.isRunning());
        await eventually(() => vscode.languages.getDiagnostics(document.uri).length > 0);
      });

      it('is noticed where it hangs, and can be started anew', async () => {
        const running = await session();
        const before = running.client!.serverProcess!.pid!;
        process.kill(before, 'SIGSTOP');
        await eventually(() => running.condition === 'silent', 15);
        await vscode.commands.executeCommand('quotetracker.restart');
        await eventually(() => running.condition === 'running' && running.client!.serverProcess!.pid !== before);
        assert.throws(() => process.kill(before, 0), 'the one that hung is gone');
      });

      it('is left alone where it hangs for a moment only', async () => {
        const running = await session();
        const pid = running.client!.serverProcess!.pid!;
        process.kill(pid, 'SIGSTOP');
        await eventually(() => running.condition === 'silent', 15);
        process.kill(pid, 'SIGCONT');
        await eventually(() => running.condition === 'running');
        assert.equal(running.client!.serverProcess!.pid, pid);
      });

      it('is given up after five restarts in three minutes, and a person can start it', async () => {
        const running = await session();
        const { client } = running;
        for (let kill = 0; kill < 6; kill++) {
          await eventually(() => running.condition === 'running');
          const pid = client!.serverProcess!.pid!;
          process.kill(pid, 'SIGKILL');
          await eventually(() => running.condition === 'stopped' || (client!.serverProcess?.pid ?? pid) !== pid);
        }
        await eventually(() => running.condition === 'stopped');
        await new Promise(resolve => setTimeout(resolve, 1000));
        assert.equal(running.condition, 'stopped');
        await vscode.commands.executeCommand('quotetracker.restart');
        await session();
      });
    });
  });
