import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/core/json-schemas.ts';

describe('jsonSchemas', () => {
  it('describes each JSON file with the keys its schema asks for', () => {
    const site = JSON.parse(jsonSchemas().get('site') ?? '{}') as { required: string[] };
    expect(site.required).toContain('languages');
    expect([...jsonSchemas().keys()]).toEqual([
      'site',
      'plan',
      'document',
      'indicator',
      'units',
      'glossary',
    ]);
  });

  it('stands in content/schemas as it is emitted now', () => {
    for (const [name, text] of jsonSchemas()) {
      expect(readFileSync(`content/schemas/${name}.json`, 'utf8'), name).toBe(text);
    }
  });
});
