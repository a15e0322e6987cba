const AAC = 'mp4a.40.2';

/**
 * The CODECS attribute (RFC 6381) of an MPEG-TS segment with H.264 and AAC, from the first sequence parameter set in it: its three bytes of
 * profile, constraints and level. Sound alone when there is none.
 */
export function codecsOf(segment: Uint8Array): string {
  for (let at = 0; at + 7 < segment.length; at += 1) {
    const start = segment[at] === 0 && segment[at + 1] === 0 && segment[at + 2] === 1;
    if (start && ((segment[at + 3] ?? 0) & 0x1f) === 7) {
      const profile = Buffer.from(segment.subarray(at + 4, at + 7))
        .toString('hex')
        .toUpperCase();
      return `avc1.${profile},${AAC}`;
    }
  }
  return AAC;
}
