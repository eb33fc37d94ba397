import { expect, test } from '@playwright/test';
import { attributeWriter, commonAttributes, type WriterScope } from './attribute-writers.ts';

const writes = (name: string) => attributeWriter(name, undefined, {} as WriterScope) !== undefined;

test('what is called common to every element is written to every element, and nothing that loads or runs', () => {
  expect(commonAttributes.filter((name) => !writes(name.replace('*', 'label')))).toEqual([]);
  expect(['src', 'href', 'onclick', 'type', 'disabled', 'is'].filter(writes)).toEqual([]);
});
