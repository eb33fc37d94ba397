/**
 * Methods of the objects behind members that are not supported yet, by the member that gives the object. From
 * miniprogram-api-typings 5.2.3 (MIT).
 */
// biome-ignore format: lists of words
const lists: Readonly<Record<string, string>> = {
  cloud: `
    init callFunction callContainer uploadFile downloadFile getTempFileURL deleteFile database`,
  createBLEPeripheralServer: `
    addService removeService startAdvertising stopAdvertising writeCharacteristicValue
    onCharacteristicReadRequest offCharacteristicReadRequest onCharacteristicWriteRequest
    offCharacteristicWriteRequest onCharacteristicSubscribed offCharacteristicSubscribed
    onCharacteristicUnsubscribed offCharacteristicUnsubscribed close`,
  createCacheManager: `
    addRules clearCaches clearRules deleteCache deleteCaches deleteRule deleteRules off on start stop match
    addRule`,
  createGlobalPayment: `
    init openMethodPicker createPayment destroy`,
  createInferenceSession: `
    run onLoad offLoad onError offError destroy`,
  createInterstitialAd: `
    destroy offClose offError offLoad onClose onError onLoad load show`,
  createMediaAudioPlayer: `
    start stop addAudioSource removeAudioSource destroy`,
  createMediaContainer: `
    addTrack removeTrack export extractDataSource destroy`,
  createMediaRecorder: `
    start stop pause resume requestFrame destroy on off`,
  createRewardedVideoAd: `
    load show destroy offClose offError offLoad onClose onError onLoad`,
  createTCPSocket: `
    bindWifi close connect offBindWifi offClose offConnect offError offMessage onBindWifi onClose onConnect
    onError onMessage write`,
  createUDPSocket: `
    close connect offClose offError offListening offMessage onClose onError onListening onMessage send
    setTTL write bind`,
  createVideoDecoder: `
    start stop seek getFrameData remove on off`,
  createVKSession: `
    start stop destroy on off requestAnimationFrame cancelAnimationFrame hitTest reset getVKFrame detectFace
    detectBody detectHand runOCR addMarker removeMarker getAllMarker`,
  createWebAudioContext: `
    createAnalyser createBiquadFilter createChannelMerger createChannelSplitter createConstantSource
    createDelay createDynamicsCompressor createGain createIIRFilter createOscillator createPanner
    createPeriodicWave close resume suspend createScriptProcessor createWaveShaper createBuffer
    decodeAudioData createBufferSource`,
  getNFCAdapter: `
    startDiscovery stopDiscovery onDiscovered offDiscovered getNdef getNfcA getNfcB getNfcF getNfcV
    getIsoDep getMifareClassic getMifareUltralight`,
  getPluginUpdateManager: `
    applyUpdate onCheckForUpdate onUpdateFailed onUpdateReady`,
  getRecorderManager: `
    onError onFrameRecorded onInterruptionBegin onInterruptionEnd onPause onResume onStart onStop pause
    resume start stop`,
  getUserCryptoManager: `
    getLatestUserKey getRandomValues`,
  getXrFrameSystem: `
    registerComponent registerEffect registerGeometry registerMaterial registerElement`,
  preDownloadSubpackage: `
    onProgressUpdate`,
  downloadFile: `
    abort offHeadersReceived offProgressUpdate onHeadersReceived onProgressUpdate`,
  uploadFile: `
    abort offHeadersReceived offProgressUpdate onHeadersReceived onProgressUpdate`,
  router: `
    addRouteBuilder removeRouteBuilder getRouteContext`,
  worklet: `
    cancelAnimation timing spring decay sequence repeat delay derived shared runOnUI runOnJS`,
};

/** Method names of the object that `wx[member]` gives; none for a member without object. */
export function inertMethods(member: string): readonly string[] {
  return methods.get(member) ?? [];
}

const methods: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lists).map(([member, list]) => [member, list.split(/\s+/).filter((word) => word !== '')]),
);
