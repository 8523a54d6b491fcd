/**
 * One drawing for each of the 64, so that both sides see the same: Twemoji, CC BY 4.0 (docs/dependencies.md). Only
 * these files become part of the app.
 */
import type { EmojiId } from '../../state/contract';
import dog from '@twemoji/svg/1f436.svg';
import cat from '@twemoji/svg/1f431.svg';
import horse from '@twemoji/svg/1f434.svg';
import cow from '@twemoji/svg/1f42e.svg';
import pig from '@twemoji/svg/1f437.svg';
import rabbit from '@twemoji/svg/1f430.svg';
import bear from '@twemoji/svg/1f43b.svg';
import elephant from '@twemoji/svg/1f418.svg';
import penguin from '@twemoji/svg/1f427.svg';
import duck from '@twemoji/svg/1f986.svg';
import owl from '@twemoji/svg/1f989.svg';
import fish from '@twemoji/svg/1f41f.svg';
import whale from '@twemoji/svg/1f433.svg';
import octopus from '@twemoji/svg/1f419.svg';
import crab from '@twemoji/svg/1f980.svg';
import snail from '@twemoji/svg/1f40c.svg';
import butterfly from '@twemoji/svg/1f98b.svg';
import bee from '@twemoji/svg/1f41d.svg';
import turtle from '@twemoji/svg/1f422.svg';
import snake from '@twemoji/svg/1f40d.svg';
import frog from '@twemoji/svg/1f438.svg';
import tree from '@twemoji/svg/1f333.svg';
import cactus from '@twemoji/svg/1f335.svg';
import tulip from '@twemoji/svg/1f337.svg';
import sunflower from '@twemoji/svg/1f33b.svg';
import mushroom from '@twemoji/svg/1f344.svg';
import mapleLeaf from '@twemoji/svg/1f341.svg';
import apple from '@twemoji/svg/1f34e.svg';
import banana from '@twemoji/svg/1f34c.svg';
import cherries from '@twemoji/svg/1f352.svg';
import grapes from '@twemoji/svg/1f347.svg';
import lemon from '@twemoji/svg/1f34b.svg';
import corn from '@twemoji/svg/1f33d.svg';
import carrot from '@twemoji/svg/1f955.svg';
import bread from '@twemoji/svg/1f35e.svg';
import cheese from '@twemoji/svg/1f9c0.svg';
import egg from '@twemoji/svg/1f95a.svg';
import cake from '@twemoji/svg/1f382.svg';
import teacup from '@twemoji/svg/1f375.svg';
import sun from '@twemoji/svg/2600.svg';
import moon from '@twemoji/svg/1f319.svg';
import star from '@twemoji/svg/2b50.svg';
import cloud from '@twemoji/svg/2601.svg';
import umbrella from '@twemoji/svg/2602.svg';
import snowman from '@twemoji/svg/26c4.svg';
import fire from '@twemoji/svg/1f525.svg';
import rainbow from '@twemoji/svg/1f308.svg';
import mountain from '@twemoji/svg/26f0.svg';
import house from '@twemoji/svg/1f3e0.svg';
import tent from '@twemoji/svg/26fa.svg';
import sailboat from '@twemoji/svg/26f5.svg';
import train from '@twemoji/svg/1f682.svg';
import bicycle from '@twemoji/svg/1f6b2.svg';
import airplane from '@twemoji/svg/2708.svg';
import balloon from '@twemoji/svg/1f388.svg';
import football from '@twemoji/svg/26bd.svg';
import drum from '@twemoji/svg/1f941.svg';
import guitar from '@twemoji/svg/1f3b8.svg';
import bell from '@twemoji/svg/1f514.svg';
import key from '@twemoji/svg/1f511.svg';
import scissors from '@twemoji/svg/2702.svg';
import hammer from '@twemoji/svg/1f528.svg';
import book from '@twemoji/svg/1f4d6.svg';
import candle from '@twemoji/svg/1f56f.svg';

export const emojiPictures: Record<EmojiId, string> = {
  dog,
  cat,
  horse,
  cow,
  pig,
  rabbit,
  bear,
  elephant,
  penguin,
  duck,
  owl,
  fish,
  whale,
  octopus,
  crab,
  snail,
  butterfly,
  bee,
  turtle,
  snake,
  frog,
  tree,
  cactus,
  tulip,
  sunflower,
  mushroom,
  'maple-leaf': mapleLeaf,
  apple,
  banana,
  cherries,
  grapes,
  lemon,
  corn,
  carrot,
  bread,
  cheese,
  egg,
  cake,
  teacup,
  sun,
  moon,
  star,
  cloud,
  umbrella,
  snowman,
  fire,
  rainbow,
  mountain,
  house,
  tent,
  sailboat,
  train,
  bicycle,
  airplane,
  balloon,
  football,
  drum,
  guitar,
  bell,
  key,
  scissors,
  hammer,
  book,
  candle,
};
