import { componentPage } from '../../machine/component-page.js';

componentPage('video-context', {
  onReady() {
    this.film = wx.createVideoContext('film');
  },

  onPlay() {
    this.film.play(this.answers('play'));
  },

  onPause() {
    this.film.pause(this.answers('pause'));
  },

  onSeek() {
    this.film.seek(this.data.position);
    this.log('seek', { position: this.data.position });
  },

  onStop() {
    this.film.stop(this.answers('stop'));
  },

  onComment() {
    this.film.sendDanmu({ text: this.data.text, color: this.data.color });
    this.log('sendDanmu', { text: this.data.text });
  },

  onFull() {
    this.film.requestFullScreen({ direction: 0, ...this.answers('requestFullScreen') });
  },

  onChanged(field, value) {
    if (field === 'rate') this.film.playbackRate(value);
  },
});
