import { fileTypeFromBuffer } from 'file-type';

export type Purpose = 'cover' | 'evidence';

const MB = 1024 * 1024;
const kinds: Readonly<Record<Purpose, { bytes: number; types: readonly string[] }>> = {
  cover: { bytes: 5 * MB, types: ['image/png', 'image/jpeg', 'image/webp'] },
  evidence: { bytes: 20 * MB, types: ['application/pdf', 'image/png', 'image/jpeg'] },
};

/** The most bytes that a file for this purpose may have. */
export const mostBytes = (purpose: Purpose): number => kinds[purpose].bytes;

/** The type of a file by its content when it is one that the purpose takes, otherwise null. SVG never is. */
export async function typeOf(purpose: Purpose, bytes: Uint8Array): Promise<string | null> {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  return kinds[purpose].types.includes(type) ? type : null;
}
