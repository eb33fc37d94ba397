import { componentPage } from '../../machine/component-page.js';

componentPage('tab-bar', {
  /** The badge and the text of a tab are both called text: the first control is the badge's. */
  onBadge() {
    const { index, gallery } = this.data;
    const [, badge] = gallery.rows;
    wx.setTabBarBadge({ index, text: badge.value, ...this.answers('setTabBarBadge') });
  },

  onNoBadge() {
    wx.removeTabBarBadge({ index: this.data.index, ...this.answers('removeTabBarBadge') });
  },

  onDot() {
    wx.showTabBarRedDot({ index: this.data.index, ...this.answers('showTabBarRedDot') });
  },

  onNoDot() {
    wx.hideTabBarRedDot({ index: this.data.index, ...this.answers('hideTabBarRedDot') });
  },

  onItem() {
    const { index, gallery } = this.data;
    wx.setTabBarItem({ index, text: gallery.rows[2].value, ...this.answers('setTabBarItem') });
  },

  onStyle() {
    wx.setTabBarStyle({ selectedColor: this.data.selectedColor, ...this.answers('setTabBarStyle') });
  },

  onAway() {
    wx.hideTabBar({ animation: this.data.animation, ...this.answers('hideTabBar') });
  },

  onAgain() {
    wx.showTabBar({ animation: this.data.animation, ...this.answers('showTabBar') });
  },
});
