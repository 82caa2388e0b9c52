import type { APIRoute, GetStaticPaths } from 'astro';
import { downloads } from '../../site.ts';

/** Everything below /data/ that is no page: the datasets and each indicator's own files. */
export const getStaticPaths = (() =>
  downloads().map(({ path, body }) => ({
    params: { file: path.replace(/^data\//u, '') },
    props: { body },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ body: string }> = ({ props }) => new Response(props.body);
