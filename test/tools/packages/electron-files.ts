/** What belongs to a package for Linux beside the archive: the files of Electron's release, and nothing else. */

/** In the folder of the app. */
export const electronFiles =
  /^(vigil|chrome-sandbox|chrome_crashpad_handler|chrome_(100|200)_percent\.pak|resources\.pak|icudtl\.dat|(snapshot_blob|v8_context_snapshot)\.bin|lib(EGL|GLESv2|ffmpeg|vk_swiftshader)\.so|libvulkan\.so\.1|vk_swiftshader_icd\.json|LICENSE\.electron\.txt|LICENSES\.chromium\.html|version|locales|resources)$/;

/** In its folder `resources`, beside the licences of all that others have made. */
export const resourceFiles = /^(app\.asar(\.unpacked)?|third-party\.txt)$/;

/** In its folder `locales`: Chromium's own words, for its menus and errors. */
export const localeFiles = /^[a-z]{2,3}(-[A-Za-z0-9]{2,4})?\.pak$/;
