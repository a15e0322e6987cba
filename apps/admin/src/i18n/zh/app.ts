export const app = { name: '网上党校', console: '管理端' } as const;
