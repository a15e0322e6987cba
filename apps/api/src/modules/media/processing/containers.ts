import { fileTypeFromBuffer } from 'file-type';

/** ffmpeg's name of the demuxer that a source is pinned to. */
export type Container = 'mov' | 'matroska';

const containers: Readonly<Record<string, Container>> = {
  'video/mp4': 'mov',
  'video/x-m4v': 'mov',
  'video/quicktime': 'mov',
  'video/matroska': 'matroska',
  'video/x-matroska': 'matroska',
  'video/webm': 'matroska',
};

/** How many bytes of a file its type is told by. */
export const HEAD_BYTES = 64 * 1024;

/** MP4, MOV, MKV or WebM by content, whatever the file is called; null for anything else, a playlist named .mp4 among it. */
export async function containerOf(head: Uint8Array): Promise<Container | null> {
  const type = await fileTypeFromBuffer(head);
  return (type && containers[type.mime]) ?? null;
}
