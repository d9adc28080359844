import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import manifest from './package.json' with { type: 'json' }

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          // The forecast's kernel is WebAssembly: docs/decisions/0013-race-in-the-browser.md.
          'script-src': ['self', 'wasm-unsafe-eval'],
          'worker-src': ['self'],
          'style-src': ['self'],
          // The one style attribute of SvelteKit itself: its announcer of page titles to screen readers.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none']
        }
      }
    })
  ],
  build: { assetsInlineLimit: 0 },
  define: { __FROWN_VERSION__: JSON.stringify(manifest.version) }
})
