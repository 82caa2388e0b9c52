import type { APIRoute, GetStaticPaths } from 'astro';
import { chartPng, defaultEdition, model, viewOf } from '../../../site.ts';

/** Each indicator's chart as PNG, drawn when it is asked for. */
export const getStaticPaths = (() =>
  model.indicators
    .filter(({ id }) => viewOf(defaultEdition, id).chart !== null)
    .map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, unknown>, { id: string }> = async ({ params }) =>
  new Response(await chartPng(params.id));
