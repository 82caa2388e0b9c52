import { defineMiddleware } from 'astro:middleware';
import { annotateHtml } from './narrative/annotate.ts';
import { annotationOf } from './site.ts';

/** The last step of every page: readings become ruby, or plain words where no ruby can stand. */
export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response;
  const html = annotateHtml(await response.text(), annotationOf(context.url.pathname));
  return new Response(html, response);
});
