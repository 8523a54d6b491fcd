/** Drawn people, so that the gallery needs no camera and no photograph. */

interface Look {
  wall: [string, string];
  skin: string;
  hair: string;
  clothes: string;
}

export const looks = {
  ruth: { wall: ['#7d8f95', '#3d474c'], skin: '#d9a583', hair: '#8d8480', clothes: '#4d7560' },
  amara: { wall: ['#4a3f35', '#1d1a1c'], skin: '#8a5a3c', hair: '#2e6b70', clothes: '#c48a3a' },
} satisfies Record<string, Look>;

/** A picture that a video element can play. It is drawn again now and then, since a still canvas sends no frames. */
export function streamOf(look: Look): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 960;
  canvas.height = 720;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  draw(context, look);
  setInterval(() => {
    draw(context, look);
  }, 250);
  return canvas.captureStream(5);
}

function draw(context: CanvasRenderingContext2D, look: Look): void {
  const { width, height } = context.canvas;
  const wall = context.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, look.wall[0]);
  wall.addColorStop(1, look.wall[1]);
  context.fillStyle = wall;
  context.fillRect(0, 0, width, height);
  oval(context, look.clothes, 480, 780, 330, 260);
  oval(context, look.hair, 480, 290, 165, 190);
  oval(context, look.skin, 480, 500, 70, 90);
  oval(context, look.skin, 480, 320, 130, 165);
  oval(context, '#2a201c', 432, 310, 12, 12);
  oval(context, '#2a201c', 528, 310, 12, 12);
  context.strokeStyle = '#6b352f';
  context.lineWidth = 9;
  context.lineCap = 'round';
  context.beginPath();
  context.arc(480, 360, 55, 0.25 * Math.PI, 0.75 * Math.PI);
  context.stroke();
}

function oval(
  c: CanvasRenderingContext2D,
  colour: string,
  x: number,
  y: number,
  rx: number,
  ry: number,
): void {
  c.fillStyle = colour;
  c.beginPath();
  c.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
  c.fill();
}
