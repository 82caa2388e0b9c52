import type { APIRoute } from 'astro';
import { file } from '../core/paths.ts';
import { defaultEdition } from '../site.ts';

export const GET: APIRoute = () => {
  const { paths } = defaultEdition;
  const address = paths.absolute(paths.file(file.sitemapIndex()));
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${address}\n`);
};
