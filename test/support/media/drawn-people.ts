/** Drawn people, so that nothing that is shown needs a camera or a photograph. */

export interface Look {
  wall: readonly [string, string];
  skin: string;
  hair: string;
  clothes: string;
}

export const looks = {
  ruth: { wall: ['#7d8f95', '#3d474c'], skin: '#d9a583', hair: '#8d8480', clothes: '#4d7560' },
  amara: { wall: ['#4a3f35', '#1d1a1c'], skin: '#8a5a3c', hair: '#2e6b70', clothes: '#c48a3a' },
} satisfies Record<string, Look>;

export const DRAWN_WIDTH = 960;
export const DRAWN_HEIGHT = 720;

/** Somebody who looks into the camera, as SVG. */
export function svgOf({ wall, skin, hair, clothes }: Look): string {
  const oval = (colour: string, x: number, y: number, rx: number, ry: number): string =>
    `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${DRAWN_WIDTH}" height="${DRAWN_HEIGHT}">`,
    `<linearGradient id="wall" gradientUnits="userSpaceOnUse" x2="${DRAWN_WIDTH}" y2="${DRAWN_HEIGHT}">`,
    `<stop stop-color="${wall[0]}"/><stop offset="1" stop-color="${wall[1]}"/></linearGradient>`,
    '<rect width="100%" height="100%" fill="url(#wall)"/>',
    oval(clothes, 480, 780, 330, 260),
    oval(hair, 480, 290, 165, 190),
    oval(skin, 480, 500, 70, 90),
    oval(skin, 480, 320, 130, 165),
    oval('#2a201c', 432, 310, 12, 12),
    oval('#2a201c', 528, 310, 12, 12),
    '<path d="M519 399A55 55 0 0 1 441 399" fill="none" stroke="#6b352f" stroke-width="9" stroke-linecap="round"/>',
    '</svg>',
  ].join('');
}
