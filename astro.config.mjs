import { join, resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { makePaths } from './src/core/paths.ts';
import { readDictionaries } from './src/io/read-dictionaries.ts';
import { cityFolder, siteUrl } from './src/io/city.ts';
import { readContentFiles } from './src/io/read-content.ts';
import { inspectCity } from './src/inspect.ts';
import { citySource } from './src/build/city-source.ts';
import { THREADS } from './src/build/picture-threads.ts';
import { remarkBindLanguage } from './src/build/bind-language.ts';

const city = cityFolder();
const { model } = inspectCity(readContentFiles(city), readDictionaries());
const url = siteUrl(model?.site.url ?? 'http://localhost/');

export default defineConfig({
  site: new URL(url).origin,
  base: makePaths(url, []).base,
  outDir: process.env.SHIRUBE_OUT ?? './.build/astro',
  cacheDir: process.env.SHIRUBE_CACHE ?? './.build/cache',
  publicDir: join(city, 'public'),
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  build: {
    format: 'directory',
    inlineStylesheets: 'never',
    assets: '_assets',
    // Pages are made while pictures are drawn: each thread has one to draw and one waiting.
    concurrency: 2 * THREADS,
  },
  security: {
    csp: {
      // Pagefind compiles WebAssembly and searches in a worker of its own.
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  markdown: {
    syntaxHighlight: false,
    // The default engine leaves literal asterisks around Japanese bold text.
    processor: unified({
      remarkPlugins: [remarkCjkFriendly, remarkBindLanguage],
      smartypants: false,
    }),
  },
  integrations: [mdx()],
  vite: {
    plugins: [citySource(city, model?.site.theme ?? null)],
    server: { fs: { allow: [resolve('.'), city] } },
    build: { assetsInlineLimit: 0 },
  },
});
