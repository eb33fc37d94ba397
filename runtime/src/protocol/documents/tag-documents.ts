import type { TagDocument } from './tag-document.ts';

/** What every drawn tag takes, and the events that travel through all of them. */
export const commonDocument: TagDocument = {
  text: 'class:40 style:31 id:27 aria-*:13 aria-role:8 role:2',
  flag: 'hidden:21',
  object: 'animation:10',
  events: `
    tap:36 touchmove:19 touchend:18 touchstart:18 touchcancel:10 transitionend:10 longpress:5 animationend:2 longtap:1
    animationstart animationiteration`,
  skylineEvents: 'touchforcechange',
};

/**
 * Every built-in component and structural tag of the format with its attributes and events: names, types, lists of
 * values, and behind the colon how many of 40 real open programs use it (0 is left out). The tiers come from these
 * counts, see tier.ts. Skyline is the platform's second renderer, which is not ours.
 *
 * `name:uses(value|value)`; camel case is the documented spelling, templates take both.
 */
export const tagDocuments: Readonly<Record<string, TagDocument>> = {
  ad: { uses: 5, text: 'unit-id:5 ad-type:2 ad-theme:2', number: 'ad-intervals:2', events: 'load error:1 close' },
  'ad-custom': { uses: 1, text: 'unit-id:1', number: 'ad-intervals', events: 'load:1 error:1' },
  audio: {
    uses: 1,
    text: 'src:1 poster:1 name:1 author:1',
    flag: 'loop:1 controls:1',
    events: 'error:1 play:1 pause:1 timeupdate ended',
  },
  block: { uses: 34 },
  button: {
    uses: 35,
    text: `
      size:17(default|mini) type:21(primary|default|warn) form-type:11(submit|reset|submitToGroup)
      open-type:20(contact|liveActivity|share|getPhoneNumber|getRealtimePhoneNumber|getUserInfo|launchApp|openSetting|feedback|chooseAvatar|agreePrivacyAuthorization)
      hover-class:19 lang:11(en|zh_CN|zh_TW) session-from:12 send-message-title:12 send-message-path:12
      send-message-img:11 app-parameter:11 entrance-path:2`,
    flag: `
      plain:13 disabled:17 loading:7 hover-stop-propagation:5 show-message-card:12
      phone-number-no-quota-toast:1 need-show-entrance:2`,
    number: 'hover-start-time:5 hover-stay-time:5',
    events: `
      getuserinfo:15 contact:11 createliveactivity:1 getphonenumber:12 getrealtimephonenumber:5 error:11
      opensetting:10 launchapp:10 chooseavatar:10 agreeprivacyauthorization:8`,
  },
  camera: {
    uses: 1,
    text: `
      mode:1(normal|scanCode) resolution:1(low|medium|high) device-position:1(front|back)
      flash:1(auto|on|off|torch) frame-size:1(small|medium|large)`,
    events: 'stop error:1 initdone scancode:1',
  },
  canvas: {
    uses: 15,
    text: 'type:8(2d|webgl) canvas-id:12',
    flag: 'disable-scroll:1',
    events: 'touchstart:6 touchmove:6 touchend:6 touchcancel longtap error',
  },
  'channel-live': { uses: 1, text: 'feed-id:1 finder-user-name:1' },
  'channel-video': {
    uses: 2,
    text: 'feed-id:2 finder-user-name:2 feed-token autoplay:2 object-fit:1(fill|contain|cover)',
    flag: 'loop muted:1',
    events: 'error',
  },
  checkbox: { uses: 7, text: 'value:5', flag: 'disabled:3 checked:7', color: 'color:2' },
  'checkbox-group': { uses: 5, text: 'name', events: 'change:5' },
  'cover-image': { uses: 8, text: 'src:8 referrer-policy(origin|no-referrer)', events: 'load error' },
  // `marker-id` is documented with the map's `customCallout`.
  'cover-view': { uses: 8, length: 'scroll-top:1', number: 'marker-id' },
  'double-tap-gesture-handler': { uses: 2, skylineOnly: true },
  'draggable-sheet': { skylineOnly: true },
  editor: {
    uses: 1,
    text: 'placeholder:1 enterkeyhint(enter|done|go|next|previous|search|send)',
    flag: 'read-only show-img-size show-img-toolbar show-img-resize confirm-hold',
    list: 'enable-formats',
    events: 'ready:1 focus blur input statuschange:1',
  },
  'editor-portal': { text: 'key' },
  'force-press-gesture-handler': {},
  form: {
    uses: 13,
    flag: 'report-submit:2',
    number: 'report-submit-timeout',
    events: 'submit:8 reset:2 submittogroup:1',
  },
  'functional-page-navigator': {
    text: `
      version(develop|trial|release)
      name(loginAndGetUserInfo|requestPayment|chooseAddress|chooseInvoice|chooseInvoiceTitle)`,
    object: 'args',
    events: 'success fail cancel',
  },
  'grid-view': { uses: 2, skylineOnly: true },
  'horizontal-drag-gesture-handler': { uses: 2, skylineOnly: true },
  icon: {
    uses: 16,
    text: 'type:16(success|success_no_circle|info|warn|waiting|cancel|download|search|clear)',
    length: 'size:16',
    color: 'color:12',
  },
  image: {
    uses: 35,
    text: `
      src:35
      mode:28(scaleToFill|aspectFit|aspectFill|widthFix|heightFix|top|bottom|center|left|right|top left|top right|bottom left|bottom right)`,
    flag: 'show-menu-by-longpress:8 webp:7 lazy-load:8 forceHttps',
    events: 'error:10 load:17',
    skyline: 'fade-in:2',
  },
  import: { uses: 22 },
  include: { uses: 8 },
  input: {
    uses: 34,
    text: `
      value:30 type:25(text|number|idcard|digit|safe-password|nickname) placeholder:34 placeholder-style:10
      confirm-type:18(send|search|next|go|done) safe-password-cert-path:3 safe-password-nonce:3
      safe-password-salt:3 safe-password-custom-hash:3 placeholder-class:18 name:13`,
    flag: `
      password:13 disabled:15 auto-focus:13 focus:21 always-embed:7 confirm-hold:10 adjust-position:10
      hold-keyboard:8`,
    number: `
      maxlength:18 cursor-spacing:12 cursor:8 selection-start:8 selection-end:8 safe-password-length:3
      safe-password-time-stamp:3`,
    color: 'cursor-color:2',
    events: `
      input:32 change:1 focus:17 blur:18 confirm:18 keyboardheightchange:8 nicknamereview:5 selectionchange
      keyboardcompositionstart keyboardcompositionupdate keyboardcompositionend`,
  },
  'keyboard-accessory': { uses: 1 },
  label: { uses: 15, text: 'for:6' },
  'list-builder': { skylineOnly: true, events: 'itembuild itemdispose' },
  'list-view': { uses: 2, skylineOnly: true },
  'live-player': {
    uses: 2,
    text: `
      src:2 mode:2(live|RTC) orientation(vertical|horizontal) object-fit:1(contain|fillCrop)
      sound-mode:1(speaker|ear) picture-in-picture-init-position referrer-policy(origin|no-referrer)`,
    flag: `
      autoplay:2 muted background-mute auto-pause-if-navigate:1 auto-pause-if-open-native:1
      enable-auto-rotation enable-casting`,
    number: 'min-cache:1 max-cache:1',
    list: 'picture-in-picture-mode:1(push|pop)',
    events: `
      statechange:2 fullscreenchange netstatus audiovolumenotify:1 enterpictureinpicture leavepictureinpicture
      castinguserselect castingstatechange castinginterrupt`,
  },
  'live-pusher': {
    uses: 2,
    text: `
      url:2 mode:2(SD|HD|FHD|RTC) orientation(vertical|horizontal) aspect audio-quality waiting-image:1
      waiting-image-hash device-position local-mirror(auto|enable|disable)
      audio-volume-type:1(auto|media|voicecall) beauty-style(smooth|nature)
      filter(standard|pink|nostalgia|blues|romantic|cool|fresher|solor|aestheticism|whitening|cerisered)`,
    flag: `
      autopush:2 enableVideoCustomRender muted enable-camera:1 auto-focus zoom background-mute mirror
      remote-mirror enable-mic:1 enable-agc enable-ans custom-effect`,
    number: `
      beauty:1 whiteness min-bitrate max-bitrate audio-reverb-type video-width video-height voice-changer-type
      skin-whiteness skin-smoothness face-thinness eye-bigness fps`,
    list: 'picture-in-picture-mode(push|pop)',
    events: `
      statechange:2 netstatus error:1 bgmstart bgmprogress bgmcomplete audiovolumenotify:1
      enterpictureinpicture leavepictureinpicture`,
  },
  'long-press-gesture-handler': { skylineOnly: true },
  map: {
    uses: 8,
    text: 'subkey:1',
    flag: `
      show-location:4 enable-3D:1 show-compass:2 show-scale:1 enable-overlooking:1 enable-auto-max-overlooking
      enable-zoom:3 enable-scroll:2 enable-rotate:1 enable-satellite:1 enable-traffic:1 enable-poi
      enable-building`,
    number: 'longitude:8 latitude:8 scale:6 min-scale max-scale layer-style rotate skew',
    list: 'markers:6 covers polyline:2 circles controls include-points:3 polygons:2',
    object: 'setting',
    events: `
      tap:2 markertap:3 labeltap controltap:1 callouttap:1 updated regionchange:2 poitap polylinetap
      abilitysuccess abilityfail authsuccess interpolatepoint error`,
  },
  'match-media': {
    uses: 1,
    text: 'orientation:1(portrait|landscape)',
    number: 'min-width:1 max-width:1 width min-height:1 max-height height',
  },
  'movable-area': { uses: 4, flag: 'scale-area:2' },
  'movable-view': {
    uses: 4,
    text: 'direction:4(all|vertical|horizontal|none)',
    flag: 'inertia:1 out-of-bounds:2 disabled:1 scale:2 animation',
    number: 'damping friction scale-min:2 scale-max:2 scale-value:1',
    length: 'x:2 y:3',
    events: 'change:2 scale:2 htouchmove vtouchmove',
  },
  'navigation-bar': {
    text: 'title color-animation-timing-func',
    flag: 'loading',
    number: 'color-animation-duration',
    color: 'front-color background-color',
  },
  navigator: {
    uses: 23,
    text: `
      target:2(self|miniProgram) url:23 open-type:11(navigate|redirect|switchTab|reLaunch|navigateBack|exit)
      app-id:2 path:2 version:2(develop|trial|release) short-link:1 hover-class:14`,
    flag: 'hover-stop-propagation:1',
    number: 'delta:2 hover-start-time:1 hover-stay-time:1',
    object: 'extra-data:2',
    events: 'success:1 fail:1 complete:1',
  },
  'nested-scroll-body': { skylineOnly: true },
  'nested-scroll-header': { skylineOnly: true },
  'official-account': { events: 'load error' },
  'open-container': { uses: 1, skylineOnly: true },
  'open-data': {
    uses: 5,
    text: `
      type:5(groupName|userNickName|userAvatarUrl|userGender|userCity|userProvince|userCountry|userLanguage)
      open-gid lang:1 default-text default-avatar:1`,
    events: 'error',
  },
  'open-data-item': { uses: 1, skylineOnly: true },
  'open-data-list': { uses: 1, skylineOnly: true },
  'page-container': {
    uses: 1,
    text: 'position:1(top|bottom|right|center) overlay-style:1 custom-style:1',
    flag: 'show:1 overlay:1 round:1 close-on-slide-down:1',
    number: 'duration:1 z-index',
    events: 'beforeenter:1 enter:1 afterenter:1 beforeleave:1 leave:1 afterleave:1 clickoverlay:1',
  },
  'page-meta': {
    uses: 1,
    text: `
      background-text-style(dark|light) page-style page-font-size root-font-size:1 page-orientation`,
    number: 'scroll-duration',
    length: 'scroll-top',
    color: 'background-color background-color-top background-color-bottom root-background-color',
    events: 'resize scroll scrolldone',
  },
  'pan-gesture-handler': { uses: 2, skylineOnly: true },
  picker: {
    uses: 13,
    text: `
      header-text:1 mode:10(selector|multiSelector|time|date|region) range-key:3 value:13 start:7 end:6
      fields(year|month|day) custom-item:1 level:1(province|city|region|sub-district) name`,
    flag: 'disabled',
    list: 'range:13',
    events: 'cancel change:13 columnchange:2',
  },
  'picker-view': {
    uses: 4,
    text: 'mask-class indicator-style:3 indicator-class:1 mask-style',
    flag: 'immediate-change',
    list: 'value:4',
    events: 'change:4 pickstart:1 pickend:1',
  },
  'picker-view-column': { uses: 4 },
  progress: {
    uses: 8,
    text: 'active-mode(backwards|forwards)',
    flag: 'show-info:2 active:3',
    number: 'percent:8 duration:2',
    length: 'border-radius:3 font-size:1 stroke-width:6',
    color: 'color:3 activeColor:2 backgroundColor:2',
    events: 'activeend',
  },
  radio: { uses: 10, text: 'value:10', flag: 'checked:10 disabled:3', color: 'color:4' },
  'radio-group': { uses: 9, text: 'name:2', events: 'change:9' },
  'rich-text': { uses: 9, text: 'space(ensp|emsp|nbsp) mode', flag: 'user-select:3', list: 'nodes:9' },
  'root-portal': { uses: 6, text: 'externalClass', flag: 'enable:2' },
  'scale-gesture-handler': { uses: 2, skylineOnly: true },
  'scroll-view': {
    uses: 27,
    text: 'scroll-into-view:12 refresher-default-style:3(black|white|none)',
    flag: `
      scroll-x:24 scroll-y:22 scroll-with-animation:14 enable-back-to-top:6 enable-passive:3
      refresher-enabled:3 refresher-triggered:3 bounces:5 show-scrollbar:8 fast-deceleration:1
      scroll-anchoring:5 enable-flex:6 enhanced:7 paging-enabled using-sticky`,
    number: 'scroll-into-view-offset refresher-threshold:2',
    length: 'upper-threshold:5 lower-threshold:7 scroll-top:12 scroll-left:16',
    color: 'refresher-background:1',
    events: `
      dragstart:2 dragging:2 dragend:2 scrolltoupper:7 scrolltolower:12 scroll:12 refresherpulling:3
      refresherrefresh:3 refresherrestore:3 refresherabort:3`,
    skyline: `
      type:4 associative-container reverse clip cache-extent min-drag-distance scroll-into-view-within-extent
      scroll-into-view-alignment:2 padding:2 refresher-two-level-enabled:2 refresher-two-level-triggered:2
      refresher-two-level-threshold:2 refresher-two-level-close-threshold refresher-two-level-scroll-enabled
      refresher-ballistic-refresh-enabled refresher-two-level-pinned:2`,
    skylineEvents: 'scrollstart scrollend refresherwillrefresh refresherstatuschange:2',
  },
  selection: { uses: 1, flag: 'disable-context-menu:1', events: 'selectionchange:1' },
  'share-element': {
    uses: 2,
    text: 'key:2 easing-function',
    flag: 'transform',
    number: 'duration',
    skyline: 'transition-on-gesture:2 shuttle-on-push:2 shuttle-on-pop rect-tween-type:2',
  },
  slider: {
    uses: 8,
    text: 'name',
    flag: 'disabled:1 show-value:6',
    number: 'min:6 max:6 step:3 value:8 block-size:3',
    color: 'color:1 selected-color activeColor:3 backgroundColor block-color:2',
    events: 'change:6 changing:4',
  },
  slot: { uses: 17, text: 'name:16' },
  snapshot: { uses: 1, skylineOnly: true },
  span: { uses: 8, skylineOnly: true },
  'sticky-header': { uses: 2, skylineOnly: true, events: 'stickontopchange' },
  'sticky-section': { uses: 2, skylineOnly: true },
  swiper: {
    uses: 20,
    text: `
      easing-function:5(default|linear|easeInCubic|easeOutCubic|easeInOutCubic)
      direction(all|positive|negative)`,
    flag: 'indicator-dots:15 autoplay:18 circular:15 vertical:8 snap-to-edge:2',
    number: 'current:11 interval:17 duration:18 display-multiple-items:3',
    length: 'previous-margin:4 next-margin:4',
    color: 'indicator-color:7 indicator-active-color:7',
    events: 'change:13 transition:1 animationfinish:2',
    skyline: `
      layout-type transformer-type indicator-type indicator-margin indicator-spacing indicator-radius
      indicator-width indicator-height indicator-alignment indicator-offset scroll-with-animation
      cache-extent:2`,
  },
  'swiper-item': { uses: 20, text: 'item-id:1', flag: 'skip-hidden-item-layout' },
  switch: {
    uses: 11,
    text: 'type:1(switch|checkbox) name:3',
    flag: 'checked:11 disabled:1',
    color: 'color:5',
    events: 'change:9',
  },
  'tap-gesture-handler': { uses: 2, skylineOnly: true },
  template: { uses: 23 },
  text: {
    uses: 39,
    text: 'space:2(ensp|emsp|nbsp)',
    flag: 'selectable:1 user-select:3 decode:5',
    skyline: 'overflow:1 max-lines:2',
  },
  textarea: {
    uses: 20,
    text: `
      value:16 placeholder:20 placeholder-style:8 confirm-type:3(send|search|next|go|done|return)
      placeholder-class:13 name:4`,
    flag: `
      disabled:11 auto-focus:8 focus:12 auto-height:13 adjust-position:8 hold-keyboard:8
      disable-default-padding:7 confirm-hold:3 adjust-keyboard-to(cursor|bottom) fixed:10 show-confirm-bar:9`,
    number: 'maxlength:14 cursor-spacing:9 cursor:7 selection-start:8 selection-end:8',
    events: `
      focus:10 blur:12 linechange:7 input:15 confirm:8 keyboardheightchange:7 selectionchange
      keyboardcompositionstart keyboardcompositionupdate keyboardcompositionend`,
  },
  'vertical-drag-gesture-handler': { uses: 2, skylineOnly: true },
  video: {
    uses: 17,
    text: `
      src:17 object-fit:6(contain|fill|cover) poster:8 title:4 play-btn-position(bottom|center) ad-unit-id
      poster-for-crawler picture-in-picture-init-position background-poster
      referrer-policy:2(origin|no-referrer) provision-url certificate-url license-url`,
    flag: `
      controls:7 danmu-btn:1 enable-danmu:2 autoplay:11 loop:5 muted:5 page-gesture show-progress
      show-fullscreen-btn:2 show-play-btn:4 show-center-play-btn:3 enable-progress-gesture:2 show-mute-btn:1
      enable-play-gesture:2 auto-pause-if-navigate:1 auto-pause-if-open-native:1 vslide-gesture:1
      vslide-gesture-in-fullscreen:1 show-bottom-progress:1 show-casting-button:2
      picture-in-picture-show-progress enable-auto-rotation:1 show-screen-lock-button:1 show-snapshot-button
      show-background-playback-button is-drm is-live`,
    number: 'duration initial-time direction preferred-peak-bit-rate',
    list: 'danmu-list:1 picture-in-picture-mode:2(push|pop)',
    events: `
      play:4 pause:3 ended:3 timeupdate:1 fullscreenchange:3 waiting:1 error:4 progress:1 loadedmetadata:1
      controlstoggle enterpictureinpicture:1 leavepictureinpicture:1 seekcomplete castinguserselect
      castingstatechange castinginterrupt`,
  },
  view: {
    uses: 40,
    text: 'hover-class:22',
    flag: 'hover-stop-propagation:4',
    number: 'hover-start-time:3 hover-stay-time:9',
  },
  'voip-room': {
    text: 'openid mode(camera|video) device-position(front|back) object-fit(fill|contain|cover)',
    events: 'error',
  },
  'web-view': { uses: 4, text: 'src:4', events: 'message load error' },
  wxs: { uses: 15 },
};
