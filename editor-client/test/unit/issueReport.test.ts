import { expect, test } from 'vitest';
import { issueText } from '../../src/issueReport';

const facts = {
  extension: '1.2.3', editor: 'VS Code 1.100.0', system: 'linux 6 x64', server: 'quotetracker 0.1.0', isOwnServer: false, condition: 'running', restarts: 1,
  isTrusted: true, newsrooms: 2, theme: 'Dark', settings: { 'quotetracker.server.path': '/home/somebody/secret', 'quotetracker.checkedBy': 'Some Body', 'quotetracker.counts': false },
};

test('versions and settings are told, places are not', () => {
  const text = issueText(facts);
  expect(text).toContain('quotetracker 0.1.0 (not the one that came with the extension), running, restarted once');
  expect(text).toContain('- `quotetracker.counts`: `false`');
  expect(text).toContain('- `quotetracker.server.path`: (set)');
  expect(text).toContain('- `quotetracker.checkedBy`: (set)');
  expect(text).not.toMatch(/some ?body/i);
});
