/**
 * Every documented member of `wx`, and some that no longer are, as data: what kind of thing it is and who answers it. Bundled into the guest,
 * therefore kept as lists of words. The names are those of miniprogram-api-typings 5.2.3 (MIT).
 */

/**
 * `method` takes one object with `success`, `fail` and `complete`; `sync` returns its answer; `task` is a method that
 * returns a handle at once; `create` returns an object with methods; `on` and `off` add and remove a listener.
 */
export type WxKind = 'method' | 'sync' | 'task' | 'create' | 'property' | 'on' | 'off';

/** `none`: the member exists, fails with `not supported` and warns once. */
export type WxAnsweredBy = 'guest' | 'player' | 'host' | 'none';

export interface WxMember {
  readonly kind: WxKind;
  readonly by: WxAnsweredBy;
}

type Group = readonly [kind: Exclude<WxKind, 'on' | 'off'>, by: WxAnsweredBy, names: string];
type Events = readonly [prefixes: string, by: WxAnsweredBy, names: string];

// biome-ignore format: lists of words
const groups: readonly Group[] = [
  ['method', 'player', `
    hideHomeButton loadFontFace hideLoading hideNavigationBarLoading hideTabBar hideTabBarRedDot hideToast
    navigateBack navigateTo openDocument pageScrollTo redirectTo reLaunch removeTabBarBadge setBackgroundColor
    setBackgroundTextStyle setNavigationBarColor setNavigationBarTitle setTabBarBadge setTabBarItem
    setTabBarStyle showActionSheet showLoading showModal showNavigationBarLoading showTabBar
    previewImage previewMedia getImageInfo getVideoInfo hideKeyboard getSelectedTextRange
    showTabBarRedDot showToast startPullDownRefresh stopPullDownRefresh switchTab`],
  ['method', 'host', `
    batchSetStorage clearStorage getClipboardData getNetworkType getSetting removeStorage
    setClipboardData setStorage vibrateLong vibrateShort
    authorize openSetting getPrivacySetting requirePrivacyAuthorize openPrivacyContract login
    checkSession getUserProfile getUserInfo showShareMenu hideShareMenu updateShareMenu
    navigateToMiniProgram openEmbeddedMiniProgram navigateBackMiniProgram exitMiniProgram
    restartMiniProgram requestSubscribeMessage getLocation getFuzzyLocation startLocationUpdate
    startLocationUpdateBackground stopLocationUpdate chooseLocation choosePoi openLocation chooseAddress
    makePhoneCall requestPayment scanCode openCustomerServiceChat chooseInvoiceTitle
    chooseImage chooseMedia chooseVideo chooseMessageFile compressImage saveImageToPhotosAlbum saveVideoToPhotosAlbum
    saveFileToDisk
    startAccelerometer stopAccelerometer startCompass stopCompass startDeviceMotionListening
    stopDeviceMotionListening startGyroscope stopGyroscope addPhoneContact addPhoneCalendar
    addPhoneRepeatCalendar
    setKeepScreenOn getScreenBrightness setScreenBrightness`],
  ['method', 'guest', `
    batchGetStorage canvasGetImageData canvasPutImageData canvasToTempFilePath getExtConfig getRandomValues getSkylineInfo getStorage getStorageInfo getSystemInfo
    getSystemInfoAsync getBatteryInfo getScreenRecordingState`],
  ['sync', 'guest', `
    arrayBufferToBase64 base64ToArrayBuffer batchGetStorageSync batchSetStorageSync cancelIdleCallback
    canIUse clearStorageSync getAccountInfoSync getApiCategory getAppAuthorizeSetting getAppBaseInfo
    getDeviceInfo getEnterOptionsSync getExtConfigSync getLaunchOptionsSync
    getMenuButtonBoundingClientRect getSkylineInfoSync getStorageInfoSync getStorageSync
    getSystemInfoSync getSystemSetting getWindowInfo nextTick removeStorageSync requestIdleCallback
    setStorageSync getBatteryInfoSync`],
  ['task', 'host', `
    connectSocket downloadFile request uploadFile`],
  ['method', 'guest', `
    closeSocket getSavedFileInfo getSavedFileList removeSavedFile saveFile sendSocketMessage`],
  ['create', 'guest', `
    getPerformance
    createInterstitialAd createRewardedVideoAd getRecorderManager
    createAnimation createAudioContext createCameraContext createCanvasContext createInnerAudioContext
    createIntersectionObserver createLivePlayerContext createLivePusherContext createMapContext createOffscreenCanvas
    createSelectorQuery createVideoContext getBackgroundAudioManager getFileSystemManager getLogManager getRealtimeLogManager
    getUpdateManager createWorker`],
  ['property', 'guest', `
    env`],
  ['method', 'none', `
    addCard addFileToFavorites addPaymentPassFinish addPaymentPassGetCertificateData 
    addVideoToFavorites authorizeForMiniProgram
    authPrivateMessage bindEmployeeRelation canAddSecureElementPass checkDeviceSupportHevc checkEmployeeRelation
    checkIsAddedToMyMiniProgram checkIsOpenAccessibility checkIsPictureInPictureActive
    checkIsSoterEnrolledInDevice checkIsSupportFacialRecognition checkIsSupportSoterAuthentication
    checkTransitCardSupport chooseContact chooseInvoice
    chooseLicensePlate
    closeBLEConnection closeBluetoothAdapter compressVideo
    connectWifi createBLEConnection cropImage deleteTransitCard disableAlertBeforeUnload editImage
    enableAlertBeforeUnload enterChatToolMode exitVoIPChat faceDetect
    getAvailableAudioSources getBackgroundAudioPlayerState getBackgroundFetchData
    getBackgroundFetchToken getBeacons getBLEDeviceCharacteristics getBLEDeviceRSSI
    getBLEDeviceServices getBLEMTU getBluetoothAdapterState getBluetoothDevices getChannelsLiveInfo
    getChannelsLiveNoticeInfo getChannelsShareKey getChatToolInfo getCommonConfig
    getConnectedBluetoothDevices getConnectedWifi getDeviceBenchmarkInfo getDeviceVoIPList
    getGroupEnterInfo getHCEState getInferenceEnvInfo getLocalIPAddress
    getRendererUserAgent 
    getSecureElementPasses getShareInfo getShowSplashAdStatus getTransitCardCPLC
    getTransitCardInfo getTransitCardList getWeRunData
    getWifiList initFaceDetect isBluetoothDevicePaired issueTransitCard
    join1v1Chat joinVoIPChat jumpToOfflinePay loadBuiltInFontFace makeBluetoothPair
    notifyBLECharacteristicValueChange
    notifyGroupMembers openAppAuthorizeSetting openBluetoothAdapter openCard openChannelsActivity
    openChannelsEvent openChannelsLive openChannelsLiveNoticeInfo openChannelsUserProfile openChatTool
    openDesignerProfile 
    openHKOfflinePayView openInquiriesTopic openOfficialAccountArticle
    openOfficialAccountChat openOfficialAccountProfile
    openSingleStickerView openStickerIPView openStickerSetView openStoreCouponDetail
    openStoreOrderDetail openSystemBluetoothSetting openVideoEditor pauseBackgroundAudio pauseVoice
    playBackgroundAudio playVoice pluginLogin postMessageToReferrerMiniProgram postMessageToReferrerPage
    preloadSkylineView preloadWebview readBLECharacteristicValue
    rechargeTransitCard removeSecureElementPass requestAppleSubscribeSign requestCommonPayment
    requestDeviceVoIP requestFacialVerify requestMerchantTransfer requestOrderPayment
    requestPluginPayment requestSubscribeDeviceMessage requestSubscribeEmployeeMessage
    requestVirtualPayment reserveChannelsLive
    rewriteRoute seekBackgroundAudio selectGroupMembers sendHCEMessage sendSms 
    setBackgroundFetchToken setBLEMTU setEnable1v1Chat setEnableDebug setInnerAudioOption
    setTopBarText setVisualEffectOnCapture setWifiList setWindowSize
    shareAppMessageToGroup shareEmojiToGroup shareFileMessage shareFileToGroup shareImageToGroup
    shareToOfficialAccount shareToWeRun shareVideoMessage shareVideoToGroup showRedPackage
    showShareImageMenu startBeaconDiscovery
    startBluetoothDevicesDiscovery startHCE
    startLocalServiceDiscovery startRecord
    startSoterAuthentication startWifi stopBackgroundAudio stopBeaconDiscovery
    stopBluetoothDevicesDiscovery stopFaceDetect 
    stopHCE stopLocalServiceDiscovery stopRecord stopVoice stopWifi
    subscribeVoIPVideoMembers updateVoIPChatMuteConfig updateWeChatApp
    writeBLECharacteristicValue`],
  ['sync', 'none', `
    createBufferURL getExptInfoSync isVKSupport preloadAssets reportAnalytics
    reportEvent reportMonitor reportPerformance revokeBufferURL`],
  ['task', 'none', `
    preDownloadSubpackage`],
  ['create', 'none', `
    createBLEPeripheralServer createCacheManager createGlobalPayment createInferenceSession 
    createMediaAudioPlayer createMediaContainer createMediaRecorder createTCPSocket
    createUDPSocket createVideoDecoder createVKSession createWebAudioContext getNFCAdapter getPluginUpdateManager 
    getUserCryptoManager getXrFrameSystem`],
  ['property', 'none', `
    cloud router worklet`],
  // What follows has gone from the documentation, not from WeChat: older programs call it.
  ['method', 'guest', `
    drawCanvas`],
  ['create', 'guest', `
    createContext`],
];

/** Without their `on` or `off`. */
// biome-ignore format: lists of words
const events: readonly Events[] = [
  ['on off', 'guest', `
    BatteryInfoChange KeyboardHeightChange MemoryWarning MenuButtonBoundingClientRectWeightChange
    UserCaptureScreen ScreenRecordingStateChanged NetworkWeakChange
    AppHide AppShow Error PageNotFound ThemeChange UnhandledRejection WindowResize`],
  ['on off', 'host', `
    AccelerometerChange CompassChange DeviceMotionChange GyroscopeChange
    LocationChange LocationChangeError NetworkStatusChange`],
  ['on', 'guest', `
    NeedPrivacyAuthorization SocketClose SocketError SocketMessage SocketOpen`],
  ['on off', 'none', `
    AfterPageLoad AfterPageUnload ApiCategoryChange AppRoute AppRouteDone
    AudioInterruptionBegin AudioInterruptionEnd BeaconServiceChange BeaconUpdate
    BeforeAppRoute BeforePageLoad BeforePageUnload BLECharacteristicValueChange BLEConnectionStateChange
    BLEMTUChange BLEPeripheralConnectionStateChanged BluetoothAdapterStateChange BluetoothDeviceFound
    CopyUrl EmbeddedMiniProgramHeightChange GeneratePoster GetWifiList
    HCEMessage KeyDown KeyUp LazyLoadError
    LocalServiceDiscoveryStop LocalServiceFound LocalServiceLost LocalServiceResolveFail
    
    ParallelStateChange UserOffTranslation
    UserTriggerTranslation VoIPChatInterrupted VoIPChatMembersChanged VoIPChatSpeakersChanged
    VoIPChatStateChanged VoIPVideoMembersChanged WifiConnected WifiConnectedWithPartialInfo
    WindowStateChange`],
  ['on', 'none', `
    BackgroundAudioPause BackgroundAudioPlay BackgroundAudioStop BackgroundFetchData
    `],
];

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function collect(): Readonly<Record<string, WxMember>> {
  // No prototype: `constructor` and `__proto__` are no members of `wx`, whoever asks.
  const members: Record<string, WxMember> = Object.create(null);
  for (const [kind, by, names] of groups) {
    for (const name of words(names)) members[name] = { kind, by };
  }
  for (const [prefixes, by, names] of events) {
    for (const name of words(names)) {
      if (prefixes.includes('on')) members[`on${name}`] = { kind: 'on', by };
      if (prefixes.includes('off')) members[`off${name}`] = { kind: 'off', by };
    }
  }
  return members;
}

/** Name → what it is. Has no prototype, so a name the guest chose may index it. */
export const wxMembers: Readonly<Record<string, WxMember>> = collect();
