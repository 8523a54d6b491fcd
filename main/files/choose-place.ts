/**
 * The system's dialogs for files. Each belongs to the window that is in front: alone it could lie behind it, and the app
 * would seem to hang.
 */
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

/** Where to save: null if the person chose no place. Over another file only if the person says so, on Linux too. */
export async function choosePlace(choice: Omit<SaveDialogOptions, 'properties'>): Promise<string | null> {
  const options: SaveDialogOptions = { ...choice, properties: ['showOverwriteConfirmation'] };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** One file that is there: null if the person chose none. */
export async function chooseFile(choice: Omit<OpenDialogOptions, 'properties'> = {}): Promise<string | null> {
  const options: OpenDialogOptions = { ...choice, properties: ['openFile'] };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
