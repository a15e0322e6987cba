import { createCipheriv } from 'node:crypto';

/** HLS AES-128: CBC with PKCS #7 padding; the initialisation vector is the media sequence number as 16 bytes, big-endian. */
export function encryptSegment(bytes: Uint8Array, key: Buffer, sequence: number): Buffer {
  const vector = Buffer.alloc(16);
  vector.writeUInt32BE(sequence, 12);
  const cipher = createCipheriv('aes-128-cbc', key, vector);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}
