/**
 * Every documented member of `wx` by family, and behind the colon how many of 40 real open programs use it (0 is
 * left out). The tiers come from these counts, see tier.ts. The names are those of miniprogram-api-typings 5.2.3 (MIT);
 * what kind of thing each is and who answers it stands in wx-members.ts, which is also bundled into the guest.
 */
export const wxDocuments: Readonly<Record<string, string>> = {
  ad: 'createInterstitialAd:4 createRewardedVideoAd:1 getShowSplashAdStatus',
  'ai/face': 'faceDetect initFaceDetect stopFaceDetect',
  'ai/inference': 'createInferenceSession:1 getInferenceEnvInfo',
  'ai/visionkit': 'createVKSession:1 isVKSupport',
  base: 'arrayBufferToBase64:2 base64ToArrayBuffer canIUse:10',
  'base/app/app-event': `
    offAppHide:1 offAppShow:1 offAudioInterruptionBegin offAudioInterruptionEnd offError offLazyLoadError
    offPageNotFound offThemeChange:2 offUnhandledRejection onAppHide:2 onAppShow:2 onAudioInterruptionBegin
    onAudioInterruptionEnd onError onLazyLoadError onPageNotFound onThemeChange:6 onUnhandledRejection
    postMessageToReferrerMiniProgram postMessageToReferrerPage`,
  'base/app/app-route': `
    offAfterPageLoad offAfterPageUnload offAppRoute offAppRouteDone offBeforeAppRoute offBeforePageLoad
    offBeforePageUnload onAfterPageLoad onAfterPageUnload onAppRoute onAppRouteDone onBeforeAppRoute onBeforePageLoad
    onBeforePageUnload`,
  'base/app/life-cycle': `
    getApiCategory getEnterOptionsSync:1 getLaunchOptionsSync:2 offApiCategoryChange onApiCategoryChange`,
  'base/crypto': 'getUserCryptoManager',
  'base/debug': 'getLogManager getRealtimeLogManager setEnableDebug:1',
  'base/performance': `
    cancelIdleCallback getPerformance:1 preloadAssets preloadSkylineView preloadWebview reportPerformance
    requestIdleCallback`,
  'base/subpackage': 'preDownloadSubpackage',
  'base/system': `
    getAppAuthorizeSetting getAppBaseInfo:4 getDeviceBenchmarkInfo getDeviceInfo:5 getRendererUserAgent getSkylineInfo
    getSkylineInfoSync getSystemInfo:16 getSystemInfoAsync getSystemInfoSync:23 getSystemSetting getWindowInfo:7
    openAppAuthorizeSetting openSystemBluetoothSetting`,
  'base/update': 'getPluginUpdateManager getUpdateManager:7 updateWeChatApp',
  canvas: `
    canvasGetImageData:1 canvasPutImageData:1 canvasToTempFilePath:10 createCanvasContext:12 createOffscreenCanvas:1`,
  chattool: `
    enterChatToolMode getChatToolInfo:1 notifyGroupMembers:1 openChatTool:1 selectGroupMembers:1
    shareAppMessageToGroup:1 shareEmojiToGroup:1 shareFileToGroup:1 shareImageToGroup:1 shareVideoToGroup:1`,
  cloud: 'cloud:6',
  'data-analysis': 'getCommonConfig getExptInfoSync:1 reportAnalytics:1 reportEvent:1 reportMonitor',
  'device/accelerometer': 'offAccelerometerChange onAccelerometerChange:1 startAccelerometer:1 stopAccelerometer:1',
  'device/accessibility': 'checkIsOpenAccessibility',
  'device/battery': 'getBatteryInfo:1 getBatteryInfoSync offBatteryInfoChange onBatteryInfoChange',
  'device/bluetooth': `
    closeBluetoothAdapter:1 getBluetoothAdapterState:1 getBluetoothDevices getConnectedBluetoothDevices
    isBluetoothDevicePaired makeBluetoothPair offBluetoothAdapterStateChange offBluetoothDeviceFound
    onBluetoothAdapterStateChange:1 onBluetoothDeviceFound:1 openBluetoothAdapter:1 startBluetoothDevicesDiscovery:1
    stopBluetoothDevicesDiscovery:1`,
  'device/bluetooth-ble': `
    closeBLEConnection:1 createBLEConnection:1 getBLEDeviceCharacteristics:1 getBLEDeviceRSSI getBLEDeviceServices:1
    getBLEMTU notifyBLECharacteristicValueChange:1 offBLECharacteristicValueChange offBLEConnectionStateChange
    offBLEMTUChange onBLECharacteristicValueChange:1 onBLEConnectionStateChange onBLEMTUChange
    readBLECharacteristicValue:1 setBLEMTU writeBLECharacteristicValue:1`,
  'device/bluetooth-peripheral': `
    createBLEPeripheralServer:1 offBLEPeripheralConnectionStateChanged onBLEPeripheralConnectionStateChanged:1`,
  'device/calendar': 'addPhoneCalendar addPhoneRepeatCalendar',
  'device/clipboard': 'getClipboardData:3 setClipboardData:11',
  'device/compass': 'offCompassChange onCompassChange:1 startCompass:1 stopCompass:1',
  'device/contact': 'addPhoneContact:1 chooseContact',
  'device/crypto': 'getRandomValues',
  'device/gyroscope': 'offGyroscopeChange onGyroscopeChange startGyroscope stopGyroscope',
  'device/ibeacon': `
    getBeacons offBeaconServiceChange offBeaconUpdate onBeaconServiceChange onBeaconUpdate:1 startBeaconDiscovery:1
    stopBeaconDiscovery:1`,
  'device/keyboard': `
    getSelectedTextRange hideKeyboard:2 offKeyDown offKeyUp offKeyboardHeightChange onKeyDown onKeyUp
    onKeyboardHeightChange:1`,
  'device/memory': 'offMemoryWarning onMemoryWarning',
  'device/motion': 'offDeviceMotionChange onDeviceMotionChange startDeviceMotionListening stopDeviceMotionListening',
  'device/network': `
    getLocalIPAddress getNetworkType:6 offNetworkStatusChange offNetworkWeakChange onNetworkStatusChange:3
    onNetworkWeakChange`,
  'device/nfc': `
    addPaymentPassFinish addPaymentPassGetCertificateData canAddSecureElementPass checkTransitCardSupport
    deleteTransitCard getNFCAdapter getSecureElementPasses getTransitCardCPLC getTransitCardInfo getTransitCardList
    issueTransitCard rechargeTransitCard removeSecureElementPass`,
  'device/nfc-hce': 'getHCEState:1 offHCEMessage onHCEMessage sendHCEMessage startHCE stopHCE',
  'device/phone': 'makePhoneCall:6',
  'device/scan': 'scanCode:6',
  'device/screen': `
    getScreenBrightness:2 getScreenRecordingState offGeneratePoster offScreenRecordingStateChanged
    offUserCaptureScreen onGeneratePoster onScreenRecordingStateChanged onUserCaptureScreen:1 setKeepScreenOn:3
    setScreenBrightness:2 setVisualEffectOnCapture`,
  'device/sms': 'sendSms:1',
  'device/vibrate': 'vibrateLong:1 vibrateShort:8',
  'device/wifi': `
    connectWifi getConnectedWifi getWifiList:1 offGetWifiList offWifiConnected offWifiConnectedWithPartialInfo
    onGetWifiList:1 onWifiConnected onWifiConnectedWithPartialInfo setWifiList startWifi:1 stopWifi:1`,
  ext: 'getExtConfig getExtConfigSync:1',
  file: 'env getFileSystemManager:3 openDocument:5 saveFileToDisk',
  location: `
    chooseLocation:7 choosePoi getFuzzyLocation:2 getLocation:7 offLocationChange:1 offLocationChangeError
    onLocationChange:1 onLocationChangeError openLocation:5 startLocationUpdate:1 startLocationUpdateBackground
    stopLocationUpdate:1`,
  'media/audio': `
    createAudioContext createInnerAudioContext:4 createMediaAudioPlayer createWebAudioContext getAvailableAudioSources
    pauseVoice playVoice setInnerAudioOption:1 stopVoice`,
  'media/background-audio': `
    getBackgroundAudioManager:3 getBackgroundAudioPlayerState:1 onBackgroundAudioPause:1 onBackgroundAudioPlay
    onBackgroundAudioStop:1 pauseBackgroundAudio:1 playBackgroundAudio:1 seekBackgroundAudio:1 stopBackgroundAudio`,
  'media/camera': 'createCameraContext:1',
  'media/image': `
    chooseImage:15 chooseMessageFile:7 compressImage:1 cropImage editImage getImageInfo:5 previewImage:19
    previewMedia:8 saveImageToPhotosAlbum:8`,
  'media/live': 'createLivePlayerContext:2 createLivePusherContext:2',
  'media/map': 'createMapContext:3',
  'media/media-recorder': 'createMediaRecorder',
  'media/recorder': 'getRecorderManager:2 startRecord stopRecord:1',
  'media/video': `
    checkDeviceSupportHevc chooseMedia:9 chooseVideo:5 compressVideo createVideoContext:5 getVideoInfo openVideoEditor
    saveVideoToPhotosAlbum`,
  'media/video-decoder': 'createVideoDecoder:1',
  'media/video-processing': 'createMediaContainer:1',
  'media/voip': `
    exitVoIPChat join1v1Chat joinVoIPChat offVoIPChatInterrupted offVoIPChatMembersChanged offVoIPChatSpeakersChanged
    offVoIPChatStateChanged offVoIPVideoMembersChanged onVoIPChatInterrupted onVoIPChatMembersChanged
    onVoIPChatSpeakersChanged onVoIPChatStateChanged onVoIPVideoMembersChanged setEnable1v1Chat
    subscribeVoIPVideoMembers updateVoIPChatMuteConfig`,
  navigate: `
    exitMiniProgram:1 navigateBackMiniProgram navigateToMiniProgram:3 offEmbeddedMiniProgramHeightChange
    onEmbeddedMiniProgramHeightChange openEmbeddedMiniProgram:2 openInquiriesTopic openOfficialAccountArticle:2
    openOfficialAccountChat:1 openOfficialAccountProfile:2 restartMiniProgram`,
  'network/download': 'downloadFile:6',
  'network/mdns': `
    offLocalServiceDiscoveryStop:1 offLocalServiceFound:1 offLocalServiceLost:1 offLocalServiceResolveFail:1
    onLocalServiceDiscoveryStop:1 onLocalServiceFound:1 onLocalServiceLost:1 onLocalServiceResolveFail:1
    startLocalServiceDiscovery:1 stopLocalServiceDiscovery:1`,
  'network/request': 'request:21',
  'network/tcp': 'createTCPSocket',
  'network/udp': 'createUDPSocket:1',
  'network/upload': 'uploadFile:11',
  'network/websocket': `
    closeSocket:1 connectSocket:4 onSocketClose:2 onSocketError:1 onSocketMessage:2 onSocketOpen:2 sendSocketMessage:2`,
  'open-api/account-info': 'getAccountInfoSync:5',
  'open-api/address': 'chooseAddress:3',
  'open-api/authorize': 'authorize:6 authorizeForMiniProgram',
  'open-api/card': 'addCard openCard',
  'open-api/channels': `
    getChannelsLiveInfo:1 getChannelsLiveNoticeInfo:1 getChannelsShareKey openChannelsActivity:1 openChannelsEvent:1
    openChannelsLive:1 openChannelsLiveNoticeInfo openChannelsUserProfile:1 reserveChannelsLive:1`,
  'open-api/device-voip': 'getDeviceVoIPList requestDeviceVoIP',
  'open-api/employee-relation': 'bindEmployeeRelation checkEmployeeRelation requestSubscribeEmployeeMessage',
  'open-api/face': 'checkIsSupportFacialRecognition requestFacialVerify',
  'open-api/favorites': 'addFileToFavorites addVideoToFavorites',
  'open-api/group': 'getGroupEnterInfo:1',
  'open-api/invoice': 'chooseInvoice chooseInvoiceTitle:2',
  'open-api/license-plate': 'chooseLicensePlate',
  'open-api/login': 'checkSession:5 login:20 pluginLogin',
  'open-api/my-miniprogram': 'checkIsAddedToMyMiniProgram:1',
  'open-api/privacy': `
    getPrivacySetting:1 onNeedPrivacyAuthorization:1 openPrivacyContract:2 requirePrivacyAuthorize:1`,
  'open-api/redpackage': 'showRedPackage',
  'open-api/service-chat': 'openCustomerServiceChat:1',
  'open-api/setting': 'getSetting:12 openSetting:9',
  'open-api/soter': 'checkIsSoterEnrolledInDevice:1 checkIsSupportSoterAuthentication:1 startSoterAuthentication:1',
  'open-api/sticker': 'openDesignerProfile openSingleStickerView openStickerIPView openStickerSetView',
  'open-api/store': 'openStoreCouponDetail openStoreOrderDetail:1',
  'open-api/subscribe-message': 'requestSubscribeDeviceMessage requestSubscribeMessage:5',
  'open-api/user-info': 'getUserInfo:9 getUserProfile:8',
  'open-api/werun': 'getWeRunData shareToWeRun',
  payment: `
    createGlobalPayment jumpToOfflinePay openHKOfflinePayView requestAppleSubscribeSign requestCommonPayment
    requestMerchantTransfer:1 requestOrderPayment requestPayment:9 requestPluginPayment requestVirtualPayment`,
  route: 'navigateBack:23 navigateTo:31 reLaunch:15 redirectTo:19 rewriteRoute switchTab:16',
  share: `
    authPrivateMessage getShareInfo:1 hideShareMenu offCopyUrl onCopyUrl shareFileMessage:1 shareToOfficialAccount:1
    shareVideoMessage showShareImageMenu:1 showShareMenu:5 updateShareMenu:1`,
  skyline: 'router:1 worklet:2',
  storage: `
    batchGetStorage batchGetStorageSync batchSetStorage batchSetStorageSync clearStorage:2 clearStorageSync:7
    createBufferURL getStorage:4 getStorageInfo:1 getStorageInfoSync:2 getStorageSync:29 removeStorage:6
    removeStorageSync:12 revokeBufferURL setStorage:10 setStorageSync:28`,
  'storage/background-fetch': `
    getBackgroundFetchData:1 getBackgroundFetchToken onBackgroundFetchData setBackgroundFetchToken:1`,
  'storage/cachemanager': 'createCacheManager',
  'ui/animation': 'createAnimation:11',
  'ui/background': 'setBackgroundColor:1 setBackgroundTextStyle',
  'ui/custom-component': 'nextTick:8',
  'ui/font': 'loadBuiltInFontFace loadFontFace:1',
  'ui/interaction': `
    disableAlertBeforeUnload enableAlertBeforeUnload hideLoading:20 hideToast:11 showActionSheet:10 showLoading:20
    showModal:26 showToast:30`,
  'ui/menu': `
    getMenuButtonBoundingClientRect:10 offMenuButtonBoundingClientRectWeightChange:3 offUserOffTranslation
    offUserTriggerTranslation onMenuButtonBoundingClientRectWeightChange:3 onUserOffTranslation
    onUserTriggerTranslation`,
  'ui/navigation-bar': `
    hideHomeButton:1 hideNavigationBarLoading:10 setNavigationBarColor:6 setNavigationBarTitle:15
    showNavigationBarLoading:10`,
  'ui/pull-down-refresh': 'startPullDownRefresh stopPullDownRefresh:15',
  'ui/scroll': 'pageScrollTo:11',
  'ui/sticky': 'setTopBarText:1',
  'ui/tab-bar': `
    hideTabBar:3 hideTabBarRedDot:1 removeTabBarBadge:2 setTabBarBadge:2 setTabBarItem:2 setTabBarStyle:1 showTabBar:2
    showTabBarRedDot:1`,
  'ui/window': `
    checkIsPictureInPictureActive offParallelStateChange offWindowResize offWindowStateChange onParallelStateChange
    onWindowResize onWindowStateChange setWindowSize`,
  worker: 'createWorker:1',
  wxml: 'createIntersectionObserver:2 createSelectorQuery:21',
  'xr-frame': 'getXrFrameSystem:1',
};
