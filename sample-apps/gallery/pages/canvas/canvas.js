import { componentPage } from '../../machine/component-page.js';
import { createPinwheel } from './pinwheel.js';

componentPage('canvas', {
  onReady() {
    wx.createSelectorQuery()
      .select('#tree')
      .fields({ node: true, size: true })
      .exec(([{ node, width, height }]) => {
        const { pixelRatio } = wx.getWindowInfo();
        node.width = width * pixelRatio;
        node.height = height * pixelRatio;
        this.pen = node.getContext('2d');
        this.pen.scale(pixelRatio, pixelRatio);
        this.size = { width, height };
        this.drawLeaf(width);
        this.grow();
      });
    wx.createSelectorQuery()
      .select('#pinwheel')
      .fields({ node: true, size: true })
      .exec(([{ node, width, height }]) => {
        const { pixelRatio } = wx.getWindowInfo();
        node.width = width * pixelRatio;
        node.height = height * pixelRatio;
        this.pinwheel = createPinwheel(node);
        if (!this.pinwheel) this.setData({ without: true });
        this.turn();
      });
  },

  onChanged() {
    this.grow();
    this.turn();
  },

  turn() {
    this.pinwheel?.draw(this.data.branches, this.data.angle);
  },

  /** By `createCanvasContext`: recorded here, shown at once by `draw`. */
  drawLeaf(width) {
    const pen = wx.createCanvasContext('leaf');
    const [left, right, middle] = [width / 2 - 90, width / 2 + 90, 48];
    pen.setFillStyle('#3f9a72');
    pen.beginPath();
    pen.moveTo(left, middle);
    pen.quadraticCurveTo(width / 2, -24, right, middle);
    pen.quadraticCurveTo(width / 2, 120, left, middle);
    pen.fill();
    pen.setStrokeStyle('#ffffff');
    pen.setLineWidth(2);
    pen.beginPath();
    pen.moveTo(left + 24, middle);
    pen.lineTo(right - 24, middle);
    pen.stroke();
    pen.draw();
  },

  grow() {
    const { pen, size } = this;
    if (!pen) return;
    pen.clearRect(0, 0, size.width, size.height);
    pen.lineCap = 'round';
    this.branch(size.width / 2, size.height - 8, -90, size.height / 4, this.data.branches);
    this.log('drawn', { branches: this.data.branches });
  },

  branch(x, y, degrees, length, left) {
    const { pen } = this;
    const [toX, toY] = [
      x + Math.cos((degrees * Math.PI) / 180) * length,
      y + Math.sin((degrees * Math.PI) / 180) * length,
    ];
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.lineWidth = left;
    pen.strokeStyle = left > 2 ? '#b5653a' : '#3f9a72';
    pen.stroke();
    if (left <= 1) return;
    const { angle } = this.data;
    this.branch(toX, toY, degrees - angle, length * 0.76, left - 1);
    this.branch(toX, toY, degrees + angle, length * 0.76, left - 1);
  },
});
