import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API serves the desk while one works on the screens; DESK_PORT is what `npm start` gives it. */
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:3001';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: { proxy: { '/graphql': { target: api } } },
  build: { target: 'es2023', sourcemap: false },
});
