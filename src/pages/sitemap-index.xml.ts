import type { APIRoute } from 'astro';
import { file } from '../core/paths.ts';
import { defaultEdition, model } from '../site.ts';

export const GET: APIRoute = () => {
  const { paths } = defaultEdition;
  const address = paths.absolute(paths.file(file.sitemap()));
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<sitemap><loc>${address}</loc><lastmod>${model.site.updated}</lastmod></sitemap>\n</sitemapindex>\n`,
  );
};
