import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';

// Loaded as CommonJS or as a module, depending on the version.
export default defineConfig({ plugins: [(uni.default ?? uni)()] });
