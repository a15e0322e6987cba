import { compressed, contractTable, firstPaint } from '@dangxiao/web-kit/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), contractTable(), firstPaint(), compressed()],
  build: {
    manifest: true, // the budget test reads which scripts each route loads
    target: ['chrome111', 'safari16.4'],
    // route-split: a shared vendor chunk is made by the bundler from what every route needs
    assetsInlineLimit: 2048,
    reportCompressedSize: false,
    // what half of the routes share is one script, and so are the endpoints: dozens of tiny ones compress badly and are asked for one by one
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'endpoints', test: /dangxiao:contract-table/, priority: 2 },
            { name: 'shared', minShareCount: 9 },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env['PORTAL_PORT'] ?? 5173),
    proxy: { '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
