import type { PostalAddress } from '../../providers/index.ts';

/** Where it is, on one line. */
export const addressLine = (address: PostalAddress): string =>
  [address.provinceName, address.cityName, address.countyName, address.streetName, address.detailInfo]
    .filter((part) => part !== '')
    .join(' ');
