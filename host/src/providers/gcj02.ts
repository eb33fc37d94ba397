import type { Position } from './position.ts';

// Krasovsky 1940: half the long axis in metres, and the square of the eccentricity.
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/**
 * WGS 84 to GCJ-02, the coordinates that maps of mainland China are drawn in; elsewhere both are the same. By the
 * published approximation, good to about a metre.
 */
export function toGcj02<At extends Pick<Position, 'latitude' | 'longitude'>>(at: At): At {
  const { latitude, longitude } = at;
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) return at;
  const x = longitude - 105;
  const y = latitude - 35;
  const root = Math.sqrt(Math.abs(x));
  const ripple = 20 * sin(6 * x) + 20 * sin(2 * x);
  const north = ripple + 20 * sin(y) + 40 * sin(y / 3) + 160 * sin(y / 12) + 320 * sin(y / 30);
  const east = ripple + 20 * sin(x) + 40 * sin(x / 3) + 150 * sin(x / 12) + 300 * sin(x / 30);
  const up = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (north * 2) / 3;
  const right = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (east * 2) / 3;
  const angle = (latitude / 180) * Math.PI;
  const bend = 1 - eccentricity * Math.sin(angle) ** 2;
  const meridian = (axis * (1 - eccentricity)) / (bend * Math.sqrt(bend));
  const parallel = (axis / Math.sqrt(bend)) * Math.cos(angle);
  return {
    ...at,
    latitude: latitude + (up * 180) / (meridian * Math.PI),
    longitude: longitude + (right * 180) / (parallel * Math.PI),
  };
}

const sin = (half: number): number => Math.sin(half * Math.PI);
