import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/editor/**/*.test.ts'], globalSetup: 'test/editor/setup.ts', testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
});
