import { memoryHere, sizedFor } from './sizing.ts';

const GB = 1024 ** 3;

describe('the size of the embedded server', () => {
  it('grows with the memory, within bounds', () => {
    expect(sizedFor(0.5 * GB)).toMatchObject({
      shared_buffers: '128MB',
      effective_cache_size: '256MB',
      work_mem: '4MB',
    });
    expect(sizedFor(4 * GB)).toMatchObject({
      shared_buffers: '512MB',
      effective_cache_size: '2048MB',
      work_mem: '16MB',
    });
    expect(sizedFor(64 * GB)).toMatchObject({ shared_buffers: '1024MB', effective_cache_size: '32768MB' });
  });

  it('knows how much memory there is', () => {
    expect(memoryHere()).toBeGreaterThan(0.1 * GB);
  });
});
