// The types of entities as they are shown, in the order in which they are listed.
import type { Analysis } from '../../../wasm/src/schema';
import type { EntityType } from './types';

export const typeNames: Record<EntityType, { one: string; many: string }> = {
  PERSON: { one: 'Person', many: 'People' },
  ORG: { one: 'Organization', many: 'Organizations' },
  LOC: { one: 'Place', many: 'Places' },
  FAC: { one: 'Building', many: 'Buildings and sites' },
  NORP: { one: 'Group', many: 'Nations, parties and groups' },
  PRODUCT: { one: 'Product', many: 'Products' },
  MISC: { one: 'Other name', many: 'Other names' },
  MONEY: { one: 'Money', many: 'Sums of money' },
};

export function typesOf(analysis: Analysis): EntityType[] {
  const present = new Set(analysis.entities.map((entity) => entity.type));
  return (Object.keys(typeNames) as EntityType[]).filter((type) => present.has(type));
}
