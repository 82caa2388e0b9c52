import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { cityFolder } from './io/city.ts';
import { frontMatter } from './narrative/mdx.ts';

/** Narrative of plans, compiled by Astro. Its rules are checked before a build by inspect.ts. */
const narrative = defineCollection({
  loader: glob({
    base: join(cityFolder(), 'content/plans'),
    pattern: '*/*/*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/u, ''),
  }),
  schema: frontMatter.partial(),
});

export const collections = { narrative };
