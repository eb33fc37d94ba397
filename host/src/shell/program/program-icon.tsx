import { useState } from 'react';
import { programOrigin } from './program-origin.ts';

interface ProgramIconProps {
  readonly appId: string;
  readonly name: string;
  readonly icon?: string | undefined;
  /** A new build may bring a new picture under the same path. */
  readonly digest: string;
  readonly size: number;
}

/** A program's picture, or the first letter of its name where there is none or it cannot be shown. */
export function ProgramIcon({ appId, name, icon, digest, size }: ProgramIconProps) {
  const [broken, setBroken] = useState<string>();
  const style = { width: size, height: size, fontSize: Math.round(size * 0.44) };
  if (icon === undefined || digest === '' || broken === digest) {
    return (
      <span className="program-icon program-icon-letter" style={style} aria-hidden="true">
        {[...name][0]?.toUpperCase()}
      </span>
    );
  }
  const path = icon.split('/').map(encodeURIComponent).join('/');
  return (
    <img
      className="program-icon"
      style={style}
      src={`${programOrigin(appId)}/package/${path}?${digest.slice(0, 8)}`}
      alt=""
      draggable={false}
      onError={() => setBroken(digest)}
    />
  );
}
