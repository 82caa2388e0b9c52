import type { APIRoute, GetStaticPaths } from 'astro';
import { editions, lexiconOf } from '../../site.ts';

/** What the search of each language knows about words. */
export const getStaticPaths = (() =>
  editions.map((edition) => ({
    params: { file: edition.segment },
    props: { edition },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ edition: (typeof editions)[number] }> = ({ props }) =>
  new Response(JSON.stringify(lexiconOf(props.edition)));
