/** `dialog` with nobody in front of it: every question is cancelled, every message goes to standard error. */
import type Electron from 'electron';

/** The options come last, after the window, if there is one. Returns the button that cancels, or the first. */
function cancel(args: unknown[]): number {
  const options = args.at(-1) as Electron.MessageBoxOptions;
  console.error(`${options.title ?? 'Message'}: ${options.message}`);
  return options.cancelId ?? 0;
}

export const dialog = {
  showMessageBox: (...args: unknown[]) => Promise.resolve({ response: cancel(args), checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]) => cancel(args),
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};
