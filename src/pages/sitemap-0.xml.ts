import type { APIRoute } from 'astro';
import { editions, model } from '../site.ts';
import { allPages, languagesOf } from '../views/pages.ts';

/** Every page in every language, with its sisters in the other languages. */
export const GET: APIRoute = () => {
  const urls = allPages(model).flatMap((path) => {
    const written = languagesOf(model, path);
    const sisters = editions
      .filter((e) => written.includes(e.tag))
      .map((e) => ({
        tag: e.tag,
        address: e.paths.absolute(e.paths.page(e.tag, path)),
      }));
    const links = sisters.map(
      ({ tag, address }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${address}"/>`,
    );
    return sisters.map(
      ({ address }) =>
        `<url><loc>${address}</loc><lastmod>${model.site.updated}</lastmod>${links.join('')}</url>`,
    );
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
  );
};
