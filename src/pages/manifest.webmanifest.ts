import type { APIRoute } from 'astro';
import { defaultEdition } from '../site.ts';
import { manifestOf } from '../views/manifest.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(manifestOf(defaultEdition))}\n`);
