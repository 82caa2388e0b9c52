import { z } from 'zod';
import * as records from './records.ts';

const FILES = {
  site: records.site,
  plan: records.plan,
  document: records.document,
  indicator: records.indicator,
  units: records.units,
  glossary: records.glossary,
} as const;

/**
 * Returns the JSON Schema of each kind of JSON file, by name, as text: an editor that knows it offers
 * the keys and marks mistakes while staff type. Emitted from the very schemas that check the files.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FILES).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
