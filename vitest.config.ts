import { defineConfig } from 'vitest/config'

const aside = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**', '.tools/**']

// Pages come after the rest: each file of them starts a browser and a server of its own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...aside, '**/*.page.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 }
        }
      },
      {
        test: {
          name: 'pages',
          include: ['apps/web/**/*.page.test.ts'],
          exclude: aside,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 }
        }
      }
    ]
  }
})
