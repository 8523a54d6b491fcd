import {
  ArrowLeft,
  ArrowRight,
  ChevronLeft,
  ChevronRight,
  LayoutPanelLeft,
  MessageSquare,
  Send,
  SlidersHorizontal,
  Volume1,
  Volume2,
  VolumeX,
  type LucideIcon,
} from 'lucide-react';

/**
 * Where a page is read from right to left, these point the other way. Pictures of things do not: a camera, a microphone,
 * a hand, a clock, a check, a shield.
 */
export const mirroredIcons: ReadonlySet<LucideIcon> = new Set([
  ArrowLeft,
  ArrowRight,
  ChevronLeft,
  ChevronRight,
  LayoutPanelLeft,
  MessageSquare,
  Send,
  SlidersHorizontal,
  Volume1,
  Volume2,
  VolumeX,
]);
