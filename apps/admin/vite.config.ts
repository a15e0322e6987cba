import { compressed, firstPaint } from '@dangxiao/web-kit/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/admin/',
  plugins: [react(), firstPaint(), compressed()],
  build: { target: ['chrome111', 'safari16.4'], reportCompressedSize: false, chunkSizeWarningLimit: 1500 },
  server: {
    port: Number(process.env['ADMIN_PORT'] ?? 5174),
    proxy: { '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
