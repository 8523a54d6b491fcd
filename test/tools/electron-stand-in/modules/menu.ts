/** `Menu`, `MenuItem` and `Tray`: kept, never drawn. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';

type ItemOptions = Electron.MenuItemConstructorOptions;

export class MenuItem {
  readonly label: string;
  readonly role: ItemOptions['role'];
  readonly click: ItemOptions['click'];
  readonly submenu: Menu | undefined;

  constructor(options: ItemOptions) {
    this.label = options.label ?? '';
    this.role = options.role;
    this.click = options.click;
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : undefined;
  }
}

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];
  private static application: Menu | null = null;

  static buildFromTemplate(template: ItemOptions[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((options) => new MenuItem(options)));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.application;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  popup(): void {}
  closePopup(): void {}
}

export class Tray extends EventEmitter {
  destroy(): void {}
  setContextMenu(): void {}
  setImage(): void {}
  setToolTip(): void {}
}
