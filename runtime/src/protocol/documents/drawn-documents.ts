import type { DrawnDocument } from './drawn-document.ts';

/**
 * What `dom/components` declares, for those that may not import it: the compiler and the compatibility table. Written
 * by `npm run compat -- --write` from the components; a test holds it against them.
 */
export const drawnDocuments: Readonly<Record<string, DrawnDocument>> = {
  '*': {
    attributes: 'class style id hidden animation role aria-role aria-*',
    events: `
      touchstart touchmove touchend touchcancel tap longpress longtap transitionend animationstart
      animationiteration animationend`,
  },
  ad: {
    events: 'error',
    noEffect: 'unit-id ad-intervals ad-type ad-theme bind:load bind:close',
    notHere: '*',
  },
  'ad-custom': {
    events: 'error',
    noEffect: 'unit-id ad-intervals bind:load',
    notHere: '*',
  },
  audio: {
    attributes: 'src loop controls poster name author',
    events: 'error play pause timeupdate ended',
  },
  button: {
    attributes: `
      type(primary|default|warn) size(default|mini) plain disabled loading form-type(submit|reset)
      open-type(contact|share|getPhoneNumber|getRealtimePhoneNumber|getUserInfo|launchApp|openSetting|feedback|chooseAvatar|agreePrivacyAuthorization)
      lang(en|zh_CN|zh_TW) session-from send-message-title send-message-path send-message-img
      show-message-card hover-class hover-stop-propagation hover-start-time hover-stay-time`,
    events: `
      getuserinfo contact getphonenumber getrealtimephonenumber error opensetting chooseavatar
      agreeprivacyauthorization`,
    noEffect: `
      form-type=submitToGroup open-type=liveActivity bind:createliveactivity app-parameter bind:launchapp
      phone-number-no-quota-toast need-show-entrance entrance-path`,
    notHere: 'app-parameter need-show-entrance entrance-path',
  },
  camera: {
    attributes: 'device-position(front|back)',
    events: 'error initdone stop',
    noEffect: 'flash resolution frame-size',
    notHere: 'flash',
  },
  canvas: {
    attributes: 'canvas-id disable-scroll type(2d|webgl)',
    events: 'error',
  },
  'channel-live': {
    noEffect: 'feed-id finder-user-name',
    notHere: '*',
  },
  'channel-video': {
    events: 'error',
    noEffect: 'feed-id finder-user-name feed-token autoplay loop muted object-fit',
    notHere: '*',
  },
  checkbox: {
    attributes: 'disabled checked color value',
  },
  'checkbox-group': {
    attributes: 'name',
    events: 'change',
  },
  'cover-image': {
    attributes: `
      mode(scaleToFill|aspectFit|aspectFill|widthFix|heightFix|top|bottom|center|left|right|top left|top right|bottom left|bottom right)
      fade-in show-menu-by-longpress src lazy-load aria-label`,
    events: 'load error',
  },
  'cover-view': {
    attributes: 'marker-id scroll-top',
  },
  form: {
    events: 'submit reset',
    noEffect: 'report-submit report-submit-timeout',
  },
  'functional-page-navigator': {
    events: 'fail',
    noEffect: 'version name args bind:success bind:cancel',
    notHere: '*',
  },
  icon: {
    attributes: 'type(success|success_no_circle|info|warn|waiting|cancel|download|search|clear) size color',
  },
  image: {
    attributes: `
      mode(scaleToFill|aspectFit|aspectFill|widthFix|heightFix|top|bottom|center|left|right|top left|top right|bottom left|bottom right)
      fade-in show-menu-by-longpress src lazy-load aria-label`,
    events: 'load error',
    noEffect: 'webp force-https',
  },
  input: {
    attributes: `
      type(text|number|idcard|digit|safe-password|nickname) disabled password value placeholder
      placeholder-class placeholder-style maxlength focus auto-focus cursor selection-start selection-end
      cursor-color aria-label confirm-type(send|search|next|go|done) name confirm-hold hold-keyboard
      adjust-position cursor-spacing`,
    events: `
      input focus blur confirm keyboardheightchange selectionchange keyboardcompositionstart
      keyboardcompositionupdate keyboardcompositionend change nicknamereview`,
    noEffect: 'always-embed',
  },
  label: {
    attributes: 'for',
  },
  'live-player': {
    events: 'statechange',
    noEffect: `
      src mode autoplay muted orientation object-fit background-mute min-cache max-cache sound-mode
      auto-pause-if-navigate auto-pause-if-open-native picture-in-picture-mode
      picture-in-picture-init-position enable-auto-rotation referrer-policy enable-casting
      bind:fullscreenchange bind:netstatus bind:audiovolumenotify bind:enterpictureinpicture
      bind:leavepictureinpicture bind:castinguserselect bind:castingstatechange bind:castinginterrupt`,
    notHere: '*',
  },
  'live-pusher': {
    events: 'statechange error',
    noEffect: `
      url mode autopush enable-video-custom-render muted enable-camera auto-focus orientation beauty
      whiteness aspect min-bitrate max-bitrate audio-quality waiting-image waiting-image-hash zoom
      device-position background-mute mirror remote-mirror local-mirror audio-reverb-type enable-mic
      enable-agc enable-ans audio-volume-type video-width video-height beauty-style filter
      picture-in-picture-mode voice-changer-type custom-effect skin-whiteness skin-smoothness face-thinness
      eye-bigness fps bind:netstatus bind:bgmstart bind:bgmprogress bind:bgmcomplete bind:audiovolumenotify
      bind:enterpictureinpicture bind:leavepictureinpicture`,
    notHere: '*',
  },
  map: {
    attributes: `
      longitude latitude scale min-scale max-scale markers covers polyline polygons circles controls
      include-points show-location show-scale enable-zoom enable-scroll show-compass setting`,
    events: `
      tap markertap labeltap controltap callouttap updated regionchange polylinetap interpolatepoint error`,
    noEffect: `
      subkey layer-style enable-satellite enable-traffic enable-building enable-poi bind:abilitysuccess
      bind:abilityfail bind:authsuccess bind:poitap rotate skew enable-3-d enable-rotate enable-overlooking
      enable-auto-max-overlooking`,
    notHere: `
      layer-style enable-satellite enable-traffic enable-building enable-poi rotate skew enable-3-d
      enable-rotate enable-overlooking enable-auto-max-overlooking`,
  },
  'match-media': {
    attributes: 'min-width max-width width min-height max-height height orientation(portrait|landscape)',
  },
  'movable-area': {
    attributes: 'scale-area',
  },
  'movable-view': {
    attributes: `
      disabled x y scale-value direction(all|vertical|horizontal|none) scale scale-min scale-max inertia
      out-of-bounds damping friction animation`,
    events: 'change scale htouchmove vtouchmove',
  },
  'navigation-bar': {
    attributes: 'title loading front-color background-color color-animation-duration',
    noEffect: 'color-animation-timing-func',
  },
  navigator: {
    attributes: `
      url open-type(navigate|redirect|switchTab|reLaunch|navigateBack|exit) delta target(self|miniProgram)
      app-id path version(develop|trial|release) short-link extra-data hover-class hover-stop-propagation
      hover-start-time hover-stay-time`,
    events: 'success fail complete',
  },
  'official-account': {
    events: 'error',
    noEffect: 'bind:load',
    notHere: '*',
  },
  'open-data': {
    attributes: 'type(userNickName|userAvatarUrl) lang default-text default-avatar',
    events: 'error',
    noEffect: `
      open-gid type=groupName type=userGender type=userCity type=userProvince type=userCountry
      type=userLanguage`,
    notHere: 'open-gid',
  },
  'page-container': {
    attributes: `
      show z-index overlay position(top|bottom|right|center) round overlay-style custom-style duration
      close-on-slide-down`,
    events: 'beforeenter enter afterenter beforeleave leave afterleave clickoverlay',
  },
  'page-meta': {
    attributes: `
      background-text-style(dark|light) background-color root-background-color page-style page-font-size
      root-font-size scroll-top scroll-duration`,
    events: 'resize scroll scrolldone',
    noEffect: 'background-color-top background-color-bottom page-orientation',
    notHere: 'page-orientation',
  },
  picker: {
    attributes: `
      disabled value range mode(selector|multiSelector|time|date|region) range-key start end
      fields(year|month|day) level(province|city|region) custom-item header-text name`,
    events: 'change cancel columnchange',
  },
  'picker-view': {
    attributes: 'value indicator-style indicator-class mask-style mask-class immediate-change name',
    events: 'change pickstart pickend',
  },
  'picker-view-column': {},
  progress: {
    attributes: `
      percent show-info stroke-width border-radius color active-color background-color font-size active
      active-mode(backwards|forwards) duration`,
    events: 'activeend',
  },
  radio: {
    attributes: 'disabled checked color value',
  },
  'radio-group': {
    attributes: 'name',
    events: 'change',
  },
  'rich-text': {
    attributes: 'mode user-select nodes space(ensp|emsp|nbsp)',
  },
  'root-portal': {
    attributes: 'enable external-class',
  },
  'scroll-view': {
    attributes: `
      scroll-x scroll-y enable-flex enhanced paging-enabled show-scrollbar refresher-enabled scroll-top
      scroll-left scroll-into-view bounces refresher-triggered refresher-threshold
      refresher-default-style(black|white|none) refresher-background upper-threshold lower-threshold
      scroll-with-animation scroll-into-view-offset scroll-into-view-alignment(start|center|end)
      fast-deceleration`,
    events: `
      scroll scrolltoupper scrolltolower scrollstart scrollend dragstart dragging dragend refresherpulling
      refresherwillrefresh refresherrefresh refresherrestore refresherabort`,
    noEffect: 'enable-back-to-top enable-passive using-sticky scroll-anchoring',
  },
  'share-element': {
    attributes: 'key transform duration easing-function',
  },
  slider: {
    attributes: `
      disabled value min max show-value color background-color selected-color active-color block-size
      block-color step name`,
    events: 'change changing',
  },
  span: {},
  swiper: {
    attributes: `
      vertical current current-item-id indicator-dots indicator-color indicator-active-color autoplay
      interval previous-margin next-margin display-multiple-items circular snap-to-edge duration
      easing-function(default|linear|easeInCubic|easeOutCubic|easeInOutCubic) scroll-with-animation`,
    events: 'change transition animationfinish',
  },
  'swiper-item': {
    attributes: 'skip-hidden-item-layout item-id',
  },
  switch: {
    attributes: 'type(switch|checkbox) disabled checked color name',
    events: 'change',
  },
  text: {
    attributes: 'selectable user-select decode space(ensp|emsp|nbsp)',
  },
  textarea: {
    attributes: `
      disabled auto-height value placeholder placeholder-class placeholder-style maxlength focus auto-focus
      cursor selection-start selection-end cursor-color aria-label
      confirm-type(send|search|next|go|done|return) name confirm-hold hold-keyboard adjust-position
      cursor-spacing adjust-keyboard-to(cursor|bottom)`,
    events: `
      input focus blur confirm keyboardheightchange selectionchange keyboardcompositionstart
      keyboardcompositionupdate keyboardcompositionend linechange`,
    noEffect: 'fixed disable-default-padding show-confirm-bar',
  },
  video: {
    attributes: `
      object-fit(contain|fill|cover) src poster loop muted danmu-list enable-danmu controls title duration
      is-live show-progress show-fullscreen-btn show-play-btn show-center-play-btn show-mute-btn danmu-btn
      show-bottom-progress show-screen-lock-button play-btn-position(bottom|center) autoplay initial-time
      direction enable-progress-gesture enable-play-gesture page-gesture vslide-gesture
      vslide-gesture-in-fullscreen auto-pause-if-navigate auto-pause-if-open-native
      picture-in-picture-mode(push)`,
    events: `
      play pause ended timeupdate fullscreenchange waiting error progress loadedmetadata controlstoggle
      seekcomplete enterpictureinpicture leavepictureinpicture`,
    noEffect: `
      picture-in-picture-mode=pop show-casting-button bind:castinguserselect bind:castingstatechange
      bind:castinginterrupt is-drm provision-url certificate-url license-url
      picture-in-picture-show-progress picture-in-picture-init-position show-background-playback-button
      background-poster ad-unit-id poster-for-crawler enable-auto-rotation show-snapshot-button
      preferred-peak-bit-rate referrer-policy`,
    notHere: `
      show-casting-button is-drm provision-url certificate-url license-url ad-unit-id
      show-background-playback-button background-poster show-snapshot-button`,
  },
  view: {
    attributes: 'hover-class hover-stop-propagation hover-start-time hover-stay-time',
  },
  'web-view': {
    attributes: 'src',
    events: 'message load error',
  },
};
