/** electron-builder.yml against the schema that electron-builder itself brings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { load } from 'js-yaml';
import { packageScript, root } from '../../scripts/paths.mjs';

/** Large, and therefore made once. */
let validator: ValidateFunction | undefined;

function makeValidator(): ValidateFunction {
  const rules = JSON.parse(readFileSync(packageScript('app-builder-lib/scheme.json'), 'utf8')) as object;
  return new Ajv({ strict: false, logger: false }).compile(rules);
}

/** @param text what stands in the file. */
export function flawsOfConfig(text: string): string[] {
  const validate = (validator ??= makeValidator());
  if (validate(load(text))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) =>
      `${instancePath === '' ? 'the file' : instancePath} ${message ?? 'is wrong'}`,
  );
}

export const schema = (): string[] =>
  flawsOfConfig(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'));
