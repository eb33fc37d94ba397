App({
  /** Only at launch: `navigateTo` tells its own caller. */
  onPageNotFound({ path }) {
    wx.redirectTo({ url: `/apis/errors/errors?lost=${encodeURIComponent(path)}` });
  },
});
