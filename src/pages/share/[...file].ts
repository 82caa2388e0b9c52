import type { APIRoute, GetStaticPaths } from 'astro';
import { file } from '../../core/paths.ts';
import { editions, model, sharePng } from '../../site.ts';
import type { Edition } from '../../views/edition.ts';

/** The pictures that links are shown with: one for each indicator and language, one for a language's other pages. */
interface Props {
  edition: Edition;
  indicator: string | null;
}

export const getStaticPaths = (() =>
  editions.flatMap((edition) =>
    [null, ...model.indicators.map(({ id }) => id)].map((indicator) => ({
      params: { file: file.share(edition.segment, indicator).replace(/^share\//u, '') },
      props: { edition, indicator } satisfies Props,
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await sharePng(props.edition, props.indicator));
