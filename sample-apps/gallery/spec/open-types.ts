import { expect, type ProgramUnderTest } from '@terrarium/devtools/testing';
import { chooseNext, heard } from './open-entry.ts';
import { doPart, type Part } from './run-cases.ts';

/** What a person does after a press on the button, and what the page hears: in the order the control has them. */
const openTypes: readonly (readonly [openType: string, parts: readonly Part[], hears: string])[] = [
  ['openSetting', [{ press: 'Done' }], 'opensetting'],
  // The contract first: this is the first call that needs it.
  ['chooseAvatar', [{ press: 'Accept' }, { file: 'code.png' }], 'chooseavatar'],
  ['getPhoneNumber', [{ press: 'Allow' }], 'getphonenumber'],
  ['getUserInfo', [], 'getuserinfo'],
  ['getRealtimePhoneNumber', [{ press: 'Allow' }], 'getrealtimephonenumber'],
  ['contact', [{ press: 'Close' }], 'contact'],
  ['share', [{ press: 'Close' }], 'onShareAppMessage'],
  ['feedback', [{ press: 'Cancel' }], ''],
  ['agreePrivacyAuthorization', [], 'agreeprivacyauthorization'],
  ['launchApp', [], 'error'],
];

/** Presses the button of each open type. */
export async function pressOpenTypes(program: ProgramUnderTest): Promise<void> {
  const button = program.locator('.asking');
  for (const [openType, parts, hears] of openTypes) {
    await expect(button).toHaveText(openType);
    await button.click();
    for (const part of parts) await doPart(program, openType, part);
    if (hears !== '') await heard(program, hears);
    await expect(program.shell.getByRole('dialog')).toHaveCount(0);
    if (openType !== openTypes.at(-1)?.[0]) await chooseNext(program, 'openType');
  }
}
