/** Calls that draw nothing themselves: their pages are their cases. */
export const calls = {
  title: 'Beyond the page',
  part: 'apis',
  entries: [
    {
      id: 'storage',
      title: 'Storage',
      summary: 'What the program keeps between two starts.',
      plain: true,
      apis: [
        ...['setStorage', 'setStorageSync', 'getStorage', 'getStorageSync', 'removeStorage', 'removeStorageSync'],
        ...['clearStorage', 'clearStorageSync', 'getStorageInfoSync'],
      ],
    },
    {
      id: 'network',
      title: 'Network',
      summary: 'Asks other servers, and only those the program declares.',
      plain: true,
      apis: [
        ...['request', 'downloadFile', 'uploadFile', 'connectSocket', 'sendSocketMessage', 'onSocketOpen'],
        ...['onSocketMessage', 'onSocketClose'],
      ],
    },
    {
      id: 'device',
      title: 'Device',
      summary: 'Clipboard, calls, codes, the screen, and a short buzz.',
      plain: true,
      apis: [
        ...['setClipboardData', 'getClipboardData', 'getNetworkType', 'vibrateShort', 'makePhoneCall', 'scanCode'],
        ...['getScreenBrightness', 'setScreenBrightness', 'setKeepScreenOn'],
      ],
    },
    {
      id: 'places',
      title: 'Places',
      summary: 'Where the person is, and what lies there.',
      plain: true,
      apis: ['getLocation', 'getFuzzyLocation', 'chooseLocation', 'openLocation', 'chooseAddress'],
    },
    {
      id: 'pictures',
      title: 'Pictures, sounds and files',
      summary: 'Chosen by the person, measured, shown, and given back.',
      plain: true,
      apis: [
        ...['chooseImage', 'chooseMedia', 'chooseMessageFile', 'saveImageToPhotosAlbum', 'getImageInfo'],
        ...['getFileSystemManager', 'openDocument', 'createInnerAudioContext', 'arrayBufferToBase64'],
      ],
    },
    {
      id: 'people',
      title: 'People and permissions',
      summary: 'Who the person is to the program, and what they allow it.',
      plain: true,
      apis: [
        ...[
          'requirePrivacyAuthorize',
          'login',
          'checkSession',
          'authorize',
          'getSetting',
          'openSetting',
          'getUserInfo',
        ],
        ...['getUserProfile', 'requestSubscribeMessage', 'openPrivacyContract', 'showShareMenu'],
      ],
    },
    {
      id: 'workers',
      title: 'Workers',
      summary: 'Computes in a realm of its own, while the page goes on.',
      plain: true,
      apis: ['createWorker'],
    },
    {
      id: 'payment',
      title: 'Payment',
      summary: 'The cashier of the host, on an order of the gallery. Takes one yuan and a PIN.',
      plain: true,
      apis: ['requestPayment'],
    },
  ],
};
