export default definePageConfig({ navigationBarTitleText: 'Todos', enablePullDownRefresh: true });
