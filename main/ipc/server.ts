/** Main's end of the contract: who asks is checked first, then what is asked; errors keep only their code. */
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { VigilError, type ErrorCode } from '../../shared/errors';
import type { FrameReport } from '../../shared/media/frame-messages';
import {
  droppedFileSchema,
  frameReportSchema,
  connectionReportSchema,
  requests,
  type EventName,
  type EventPayload,
  type ConnectionReport,
  type DroppedFile,
  type Outcome,
  type RequestAnswer,
  type RequestArgument,
  type RequestName,
} from '../../shared/ipc';
import { APP_ORIGIN } from '../window/app-protocol';

export type Handlers = {
  [N in RequestName]: (argument: RequestArgument<N>) => RequestAnswer<N> | Promise<RequestAnswer<N>>;
};

/** Only the top frame of our own page may speak. */
function isTrusted({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame?.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
}

function failure(code: ErrorCode): { ok: false; code: ErrorCode } {
  return { ok: false, code };
}

async function answer<N extends RequestName>(
  name: N,
  handlers: Handlers,
  raw: unknown,
): Promise<Outcome<RequestAnswer<N>>> {
  const argument = requests[name].safeParse(raw);
  if (!argument.success) return failure('bad-request');
  return outcomeOf(() => handlers[name](argument.data as RequestArgument<N>));
}

async function outcomeOf<T>(act: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return failure(error instanceof VigilError ? error.code : 'internal');
  }
}

export interface ReportHandlers {
  connection: (report: ConnectionReport) => void;
  frames: (report: FrameReport) => void;
  networkChanged: () => void;
  /** By the preload alone, which knows where a dropped file lies. */
  droppedFile: (dropped: DroppedFile) => Promise<undefined>;
}

export function serveRequests(handlers: Handlers, reports: ReportHandlers): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(name, (event, raw: unknown) =>
      isTrusted(event) ? answer(name, handlers, raw) : failure('bad-request'),
    );
  }
  ipcMain.handle('files:offer-dropped', (event, raw: unknown) => {
    const dropped = droppedFileSchema.safeParse(raw);
    if (!isTrusted(event) || !dropped.success) return failure('bad-request');
    return outcomeOf(() => reports.droppedFile(dropped.data));
  });
  ipcMain.on('connection:report', (event, raw: unknown) => {
    const report = connectionReportSchema.safeParse(raw);
    if (isTrusted(event) && report.success) reports.connection(report.data);
  });
  ipcMain.on('frames:report', (event, raw: unknown) => {
    const report = frameReportSchema.safeParse(raw);
    if (isTrusted(event) && report.success) reports.frames(report.data);
  });
  ipcMain.on('network:changed', (event) => {
    if (isTrusted(event)) reports.networkChanged();
  });
}

/** Sends to the window, if there is one. */
export function sendEvent<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
}
