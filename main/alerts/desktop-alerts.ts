/** Alerts on this computer's desktop: its messages, its taskbar, its clock. */
import { systemClocks } from '../clocks';
import type { NotificationService } from '../../shared/ipc';
import type { Attention } from '../window/attention';
import { Alerts, type AlertsPorts } from './alerts';
import { Notifications } from './notifications';

export interface DesktopAlertsOptions extends Pick<AlertsPorts, 'choices' | 'mayName' | 'tone'> {
  attention: Attention;
  /** The service for messages is known to be another than it seemed. */
  changed: () => void;
}

export class DesktopAlerts {
  readonly alerts: Alerts;
  readonly #notifications: Notifications;

  constructor({ attention, changed, ...ports }: DesktopAlertsOptions) {
    const notifications = new Notifications({
      clicked: () => {
        attention.show();
        this.alerts.seen();
      },
      changed,
    });
    this.#notifications = notifications;
    this.alerts = new Alerts({
      ...ports,
      steady: systemClocks.steady,
      timer: (milliseconds, run) => {
        const timeout = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timeout);
        };
      },
      isInFront: () => attention.isInFront,
      flash: (on) => {
        attention.flash(on);
      },
      badge: (count, label) => {
        attention.badge(count, label);
      },
      show: (kind, text) => {
        notifications.show(kind, text);
      },
      takeBack: (kind) => {
        notifications.takeBack(kind);
      },
    });
  }

  get service(): NotificationService {
    return this.#notifications.service;
  }
}
