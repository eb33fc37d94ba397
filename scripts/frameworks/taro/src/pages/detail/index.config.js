export default definePageConfig({ navigationBarTitleText: 'Todo' });
